-- What the scripts that write share: reading the tokens in ARGV one by one, versions, times. Locals,
-- which are quicker to reach than globals.
local at, tokens, keys, call, unpack = 0, ARGV, KEYS, redis.call, unpack

local function take()
  at = at + 1
  return tokens[at]
end

local function number()
  return take() + 0
end

-- A list, as the places of its first and last token; an empty one ends before it begins.
local function list()
  local count = number()
  local first = at + 1
  at = at + count
  return first, at
end

-- The version a new record begins with: microseconds, so that one made anew is not taken for the one before.
local function version()
  local now = call('TIME')
  return now[1] .. string.format('%06d', now[2])
end

-- When the server removes the key: '' for never, '-' as before.
local function expire(key, time)
  if time == '' then
    call('PERSIST', key)
  elseif time ~= '-' then
    call('PEXPIREAT', key, time)
  end
end

