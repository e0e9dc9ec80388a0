-- What the scripts that write share: reading the tokens in ARGV one by one, versions, times.
local at = 1

local function take()
  local token = ARGV[at]
  at = at + 1
  return token
end

local function number()
  return tonumber(take())
end

local function list()
  local tokens = {}
  for i = 1, number() do
    tokens[i] = take()
  end
  return tokens
end

-- The version a new record begins with: microseconds, so that one made anew is not taken for the one before.
local function version()
  local now = redis.call('TIME')
  return now[1] .. string.format('%06d', now[2])
end

-- When the server removes the key: '' for never, '-' as before.
local function expire(key, time)
  if time == '' then
    redis.call('PERSIST', key)
  elseif time ~= '-' then
    redis.call('PEXPIREAT', key, time)
  end
end

