-- The members of each sorted set in KEYS whose score lies between the bounds, two in ARGV for each.
local all = {}
for i, key in ipairs(KEYS) do
  all[i] = redis.call('ZRANGEBYSCORE', key, ARGV[2 * i - 1], ARGV[2 * i])
end
return all
