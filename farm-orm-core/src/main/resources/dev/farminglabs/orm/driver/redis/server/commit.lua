-- Writes records that were computed beforehand, if nothing has changed since. ARGV is a stream of tokens: how many checks,
-- the checks, how many steps, the steps. Nothing is written unless every check holds.
-- Answers {'+'}, {'V', number of the check} for a record with another version, or {'F', number, holder} for a taken key.
local now = call('TIME')

-- A set of members scored by their expiry lives as long as the last of them.
local function outlive(key, scored)
  local last = call('ZREVRANGE', scored, 0, 0, 'WITHSCORES')[2]
  if last then
    expire(key, last == 'inf' and '' or last)
  end
end

local function dead(key)
  local millis = now[1] .. string.format('%03d', math.floor(now[2] / 1000))
  return call('ZRANGEBYSCORE', key, '-inf', '(' .. millis, 'LIMIT', 0, 16)
end

local check = {}

-- The record has that version; none for one that is not there.
function check.V(i)
  local key, expected = keys[number()], take()
  local found = ''
  if expected == '' then
    found = call('EXISTS', key) == 1 and 'something' or ''
  else
    found = call('HGET', key, '_v')
  end
  if found ~= expected then
    return {'V', i}
  end
end

-- The pointer is free, or held by one that gives it up.
function check.F(i)
  local holder, own, other = call('GET', keys[number()]), take(), take()
  if holder and holder ~= own and holder ~= other then
    return {'F', i, holder}
  end
end

local step = {}

function step.D()
  call('DEL', keys[number()])
end

-- A new record.
function step.N()
  local key, time, first, last = keys[number()], take(), list()
  call('HSET', key, '_v', version(), unpack(tokens, first, last))
  expire(key, time)
end

-- A changed record.
function step.C()
  local key, time = keys[number()], take()
  local sets, lastSet = list()
  local unsets, lastUnset = list()
  if lastSet >= sets then
    call('HSET', key, unpack(tokens, sets, lastSet))
  end
  if lastUnset >= unsets then
    call('HDEL', key, unpack(tokens, unsets, lastUnset))
  end
  call('HINCRBY', key, '_v', 1)
  expire(key, time)
end

function step.P()
  local key, holder, time = keys[number()], take(), take()
  call('SET', key, holder)
  expire(key, time)
end

-- Into an index, the dead out of it.
function step.A()
  local key, score, member = keys[number()], take(), take()
  call('ZADD', key, score, member)
  local gone = dead(key)
  if #gone > 0 then
    call('ZREM', key, unpack(gone))
  end
end

function step.R()
  local key, member = keys[number()], take()
  call('ZREM', key, member)
end

-- Into an index by value; its time is that of the set of all records.
function step.B()
  local key, score, member = keys[number()], take(), take()
  call('ZADD', key, score, member)
end

-- An index lives as long as its last member.
function step.X()
  local key, scored = keys[number()], keys[number()]
  outlive(key, scored)
end

-- The dead go out of the set of all records and the indexes by value.
function step.T()
  local all = keys[number()]
  local gone = dead(all)
  for _ = 1, number() do
    local key = keys[number()]
    if #gone > 0 then
      call('ZREM', key, unpack(gone))
    end
  end
  if #gone > 0 then
    call('ZREM', all, unpack(gone))
  end
end

for i = 1, number() do
  local refusal = check[take()](i)
  if refusal then
    return refusal
  end
end
for _ = 1, number() do
  step[take()]()
end
return {'+'}
