-- Carries out writes that each concern one record, in order, until one fails. ARGV is a stream of tokens:
--   for each write: key number, id column, id ('' when any), schema version, kind (C create, P upsert, U update,
--   D delete), whether to stop when nothing happened, then the sections read below.
-- Answers a list for each write: outcome, then the cells asked for. Outcomes: C created, U updated, D deleted,
-- N nothing, T taken, S the record is not of the plain kind (stops), O with the number of an addition that does
-- not fit (stops).

-- Compares two numbers in canonical text of any length: Lua's own numbers end at 2^53.
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

local function leaf(kind, key)
  local negated, cell = take() == '1', redis.call('HGET', key, take())
  local holds = false
  if kind == '0' then
    holds = not cell
  elseif kind == 'i' then
    for _ = 1, number() do
      if take() == cell then
        holds = true
      end
    end
  else
    local value = take()
    holds = cell and compare(kind, cell, value) or false
  end
  return holds ~= negated
end

-- Every token of a condition is taken, also where the answer is known earlier.
local function condition(key)
  local kind = take()
  if kind ~= '&' and kind ~= '|' then
    return leaf(kind, key)
  end
  local all, any = true, false
  for _ = 1, number() do
    if condition(key) then
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

-- Adds in place. When one sum does not fit, all are taken back and the number of that one is answered.
local function add(key, additions)
  local before = {}
  for i = 1, #additions, 4 do
    local field, least, most = additions[i], additions[i + 2], additions[i + 3]
    local cell = redis.call('HGET', key, field)
    if cell then
      before[#before + 1] = field
      before[#before + 1] = cell
      local done = redis.pcall('HINCRBY', key, field, additions[i + 1])
      local sum = redis.call('HGET', key, field)
      if type(done) == 'table' or order(sum, least) < 0 or order(sum, most) > 0 then
        redis.call('HSET', key, unpack(before))
        return (i + 3) / 4
      end
    end
  end
  return nil
end

local function one()
  local key, idColumn, id, schema = KEYS[number()], take(), take(), take()
  local kind, strict = take(), take() == '1'
  local cells, born = list(), take()
  local dead, met = condition(key), condition(key)
  local additions, sets, unsets, time = list(), list(), list(), take()
  local wanted = list()
  local there = redis.call('EXISTS', key) == 1
  if there and id ~= '' and redis.call('HGET', key, idColumn) ~= id then
    return {'S'}, true
  end
  local outcome, life = 'N', '-'
  if kind == 'C' and there then
    return {strict and 'T' or 'N'}, strict
  elseif kind == 'C' or (kind == 'P' and (dead or not there)) then
    -- not without need: after any write the server lets a script pass its memory limit
    if there then
      redis.call('DEL', key)
    end
    redis.call('HSET', key, '_v', version(), '_s', schema, unpack(cells))
    outcome, life = 'C', born
  elseif there and met and kind == 'D' then
    redis.call('DEL', key)
    return {'D'}, false
  elseif there and met then
    if #additions + #sets + #unsets > 0 then
      local broken = add(key, additions)
      if broken then
        return {'O', tostring(broken)}, true
      end
      if #sets > 0 then
        redis.call('HSET', key, unpack(sets))
      end
      if #unsets > 0 then
        redis.call('HDEL', key, unpack(unsets))
      end
      redis.call('HINCRBY', key, '_v', 1)
    end
    outcome, life = 'U', time
  else
    return {'N'}, strict
  end
  local answer = {outcome}
  if #wanted > 0 then
    answer[2] = redis.call('HMGET', key, unpack(wanted))
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
