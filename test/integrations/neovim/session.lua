-- A session in Neovim's own client: what it shows, and what its commands make of the text. Writes its answers as JSON.
local server, file, answers = os.getenv('PODLINT'), os.getenv('MANIFEST'), os.getenv('ANSWERS')

local result = {}

local function within(what, condition)
  if not vim.wait(60000, condition, 20) then
    error('waited in vain for ' .. what)
  end
end

local function codes()
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, diagnostic.code .. ' ' .. diagnostic.lnum .. ':' .. diagnostic.col)
  end
  table.sort(found)
  return found
end

local function has(code)
  return vim.tbl_contains(vim.tbl_map(function(diagnostic) return diagnostic.code end, vim.diagnostic.get(0)), code)
end

local function request(method, parameters)
  local answer = vim.lsp.buf_request_sync(0, method, parameters, 60000)
  return answer and answer[1] and answer[1].result
end

local function session()
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  local client = vim.lsp.start_client({ name = 'podlint', cmd = { 'node', server, 'lsp', '--stdio' }, root_dir = vim.fn.fnamemodify(file, ':h') })
  vim.lsp.buf_attach_client(0, client)

  within('diagnostics', function() return has('api/not-supported') end)
  result.diagnostics = codes()

  -- The preferred action on the line of the mistake, chosen from Neovim's own menu.
  local line = vim.fn.search('imagePullPolicy: always')
  vim.api.nvim_win_set_cursor(0, { line, 25 })
  vim.ui.select = function(items, _, choose)
    for _, item in ipairs(items) do
      if item[2].isPreferred then return choose(item) end
    end
    choose(nil)
  end
  vim.lsp.buf.code_action()
  within('the fix', function() return not has('api/not-supported') end)
  result.fixed = vim.api.nvim_buf_get_lines(0, line - 1, line, false)[1]

  -- A line that is typed, and what could be written there.
  local port = vim.fn.search('containerPort')
  vim.api.nvim_buf_set_lines(0, port, port, false, { '          pro' })
  vim.api.nvim_win_set_cursor(0, { port + 1, 13 })
  local offered = request('textDocument/completion', vim.lsp.util.make_position_params()) or {}
  result.completion = vim.tbl_map(function(item) return item.label end, offered.items or offered)
  vim.api.nvim_buf_set_lines(0, port, port + 1, false, {})

  -- A volume and what mounts it get another name together.
  vim.api.nvim_win_set_cursor(0, { vim.fn.search('- name: scratch'), 17 })
  vim.lsp.buf.rename('cache')
  within('the rename', function() return vim.fn.search('scratch', 'nw') == 0 end)
  result.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  within('no diagnostics of errors', function() return #vim.diagnostic.get(0, { severity = vim.diagnostic.severity.ERROR }) == 0 end)
  vim.cmd('write')
  vim.lsp.stop_client(client)
  within('the end of the server', function() return vim.lsp.client_is_stopped(client) end)
end

local ok, problem = pcall(session)
result.problem = (not ok) and problem or nil
local out = io.open(answers, 'w')
out:write(vim.json.encode(result))
out:close()
vim.cmd('qall!')
