-- What a set-up does by itself when files are opened, and once its server was stopped. Writes its answers as JSON.
local result = {}

local function codes()
  return vim.tbl_map(function(diagnostic) return diagnostic.code end, vim.diagnostic.get(0))
end

local function within(what, condition)
  if not vim.wait(60000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function isTold() return vim.tbl_contains(codes(), 'api/not-supported') end

local function session()
  vim.cmd('edit first.yaml')
  if os.getenv('EXPECTED') == 'missing' then
    vim.wait(500)
    result.found = codes()
    return
  end
  within('diagnostics', isTold)
  result.found = codes()
  vim.lsp.stop_client(vim.lsp.get_active_clients())
  within('the end of the server', function() return #vim.lsp.get_active_clients() == 0 end)
  vim.cmd('edit second.yaml')
  within('diagnostics of a new server', isTold)
  result.foundAgain = codes()
end

local ok, problem = pcall(session)
result.problem = (not ok) and problem or nil
result.errors = vim.v.errmsg
local out = io.open(os.getenv('ANSWERS'), 'w')
out:write(vim.json.encode(result))
out:close()
vim.cmd('qall!')
