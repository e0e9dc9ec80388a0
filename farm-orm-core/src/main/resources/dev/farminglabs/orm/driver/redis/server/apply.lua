-- Carries out writes that each concern one record, in order, until one fails. ARGV is a stream of tokens:
--   for each write: key number, id column, id ('' when any), schema version, kind (C create, P upsert, U update,
--   D delete), whether to stop when nothing happened, then the sections read below.
-- Answers a list for each write: outcome, then the cells asked for. Outcomes: C created, U updated, D deleted,
-- N nothing, T taken, S the record is not of the plain kind (stops), O with the number of an addition that does
-- not fit (stops).

-- Up to here Lua's own numbers are exact.
local exact = 9007199254740992

-- Compares two numbers in canonical text of any length.
local function order(a, b)
  local below, other = a:byte(1) == 45, b:byte(1) == 45
  if below ~= other then
    return below and -1 or 1
  end
  local sign = 1
  if below then
    sign = -1
    a = a:sub(2)
    b = b:sub(2)
  end
  local whole, part = a:match('^(%d+)%.?(%d*)$')
  local whole2, part2 = b:match('^(%d+)%.?(%d*)$')
  if #whole ~= #whole2 then
    return #whole < #whole2 and -sign or sign
  end
  local x, y = whole .. part, whole2 .. part2
  if x == y then
    return 0
  end
  return x < y and -sign or sign
end

local function compare(kind, cell, value)
  if kind == '=' then
    return cell == value
  end
  local o = order(cell, value)
  if kind == '<' then
    return o < 0
  elseif kind == '{' then
    return o <= 0
  elseif kind == '>' then
    return o > 0
  end
  return o >= 0
end

-- The record at hand: its key, and the cells read so far.
local key, known

local function cell(field)
  local text = known[field]
  if text == nil then
    text = call('HGET', key, field)
    known[field] = text
  end
  return text
end

local function leaf(kind)
  local negated, text = take() == '1', cell(take())
  local holds = false
  if kind == '0' then
    holds = not text
  elseif kind == 'i' then
    for _ = 1, number() do
      if take() == text then
        holds = true
      end
    end
  else
    local value = take()
    holds = text and compare(kind, text, value) or false
  end
  return holds ~= negated
end

-- Every token of a condition is taken, also where the answer is known earlier.
local function condition()
  local kind = take()
  if kind ~= '&' and kind ~= '|' then
    return leaf(kind)
  end
  local all, any = true, false
  for _ = 1, number() do
    if condition() then
      any = true
    else
      all = false
    end
  end
  if kind == '&' then
    return all
  end
  return any
end

-- Whether a sum is within its bounds. Where Lua's numbers end, its text is asked.
local function fits(field, sum, least, most)
  if sum > -exact and sum < exact then
    return sum >= least + 0 and sum <= most + 0
  end
  local text = call('HGET', key, field)
  return order(text, least) >= 0 and order(text, most) <= 0
end

-- Adds in place. When one sum does not fit, all are taken back and the number of that one is answered.
local function add(first, last)
  local before = {}
  for i = first, last, 4 do
    local field = tokens[i]
    local text = cell(field)
    if text then
      before[#before + 1] = field
      before[#before + 1] = text
      local sum = redis.pcall('HINCRBY', key, field, tokens[i + 1])
      if type(sum) == 'table' or not fits(field, sum, tokens[i + 2], tokens[i + 3]) then
        call('HSET', key, unpack(before))
        return (i - first) / 4 + 1
      end
    end
  end
  return nil
end

-- Counts the record's version up and changes its cells.
local function change(sets, lastSet, unsets, lastUnset)
  local version = string.format('%.0f', (cell('_v') or 0) + 1)
  if lastSet >= sets then
    call('HSET', key, '_v', version, unpack(tokens, sets, lastSet))
  end
  if lastUnset >= unsets then
    call('HDEL', key, unpack(tokens, unsets, lastUnset))
  end
  if lastSet < sets then
    call('HSET', key, '_v', version)
  end
end

local function one()
  key = keys[number()]
  local idColumn, id, schema = take(), take(), take()
  local kind, strict = take(), take() == '1'
  local cells, lastCell = list()
  local born = take()
  local found = call('HMGET', key, '_v', idColumn)
  known = {['_v'] = found[1], [idColumn] = found[2]}
  local there = found[1] or call('EXISTS', key) == 1
  local dead, met = condition(), condition()
  local additions, lastAddition = list()
  local sets, lastSet = list()
  local unsets, lastUnset = list()
  local time = take()
  local wanted, lastWanted = list()
  if there and id ~= '' and found[2] ~= id then
    return {'S'}, true
  end
  local outcome, life
  if kind == 'C' and there then
    return {strict and 'T' or 'N'}, strict
  elseif kind == 'C' or (kind == 'P' and (dead or not there)) then
    -- not without need: after any write the server lets a script pass its memory limit
    if there then
      call('DEL', key)
    end
    call('HSET', key, '_v', version(), '_s', schema, unpack(tokens, cells, lastCell))
    outcome, life = 'C', born
  elseif there and met and kind == 'D' then
    call('DEL', key)
    return {'D'}, false
  elseif there and met then
    local broken = add(additions, lastAddition)
    if broken then
      return {'O', tostring(broken)}, true
    end
    if lastAddition >= additions or lastSet >= sets or lastUnset >= unsets then
      change(sets, lastSet, unsets, lastUnset)
    end
    outcome, life = 'U', time
  else
    return {'N'}, strict
  end
  local answer = {outcome}
  if lastWanted >= wanted then
    answer[2] = call('HMGET', key, unpack(tokens, wanted, lastWanted))
  end
  expire(key, life)
  return answer, false
end

local answers = {}
for i = 1, number() do
  local answer, stop = one()
  answers[i] = answer
  if stop then
    break
  end
end
return answers
