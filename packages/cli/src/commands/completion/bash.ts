import type { CompletedCommand, CompletedOption, Values } from './subject.js';

/** For bash from 3.2 on, which macOS has; without the package bash-completion. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name);
  return `# Completion of podlint for bash. In ~/.bashrc: source <(podlint completion bash)
_podlint() {
  local IFS=$'\\n' command=check
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [[ $COMP_CWORD -gt 1 ]]; then
    case \${COMP_WORDS[1]} in ${names.join('|')}) command=\${COMP_WORDS[1]} ;; esac
  fi
  # bash takes --option=value apart at the equals sign.
  if [[ $current == = ]]; then current=
  elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $command:$previous in
${commands.flatMap(({ name, options }) => options.flatMap((option) => valueCase(name, option))).join('\n')}
  esac
  case $command:$current in
${commands.map(({ name, options }) => `    ${name}:-*) ${reply({ words: options.flatMap((option) => option.names) })} ;;`).join('\n')}
${commands.map(({ name, takes }) => `    ${name}:*) ${name === 'check' ? `if [[ $COMP_CWORD -eq 1 ]]; then ${withFiles(names)}; else ${reply(takes)}; fi` : reply(takes)} ;;`).join('\n')}
  esac
}
complete -F _podlint podlint
`;
}

function valueCase(command: string, { names, takes, valueIsOptional }: CompletedOption): string[] {
  if (takes === undefined) return [];
  // Behind a blank stands the next argument, not the value of an option that can do without one.
  const condition = valueIsOptional
    ? `[[ \${COMP_WORDS[COMP_CWORD-1]} == = ]] && { ${reply(takes)}; return; }`
    : `${reply(takes)}; return`;
  return [`    ${names.map((name) => `${command}:${name}`).join('|')}) ${condition} ;;`];
}

function reply(values: Values): string {
  if (values === 'anything') return ':';
  if (values === 'files') return withFiles([]);
  return `${values.open ? 'compopt -o nospace 2>/dev/null; ' : ''}COMPREPLY=($(compgen -W ${wordList(values.words)} -- "$current"))`;
}

function withFiles(words: readonly string[]): string {
  return `compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen ${words.length > 0 ? `-W ${wordList(words)} ` : ''}-f -- "$current"))`;
}

function wordList(words: readonly string[]): string {
  return `$'${words.join('\\n')}'`;
}
