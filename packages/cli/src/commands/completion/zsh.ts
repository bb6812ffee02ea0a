import type { CompletedCommand, CompletedOption, Values } from './subject.js';

/** Works as a file `_podlint` on fpath and when it is sourced. */
export function zshScript(commands: readonly CompletedCommand[]): string {
  const described = commands.map(({ name, help }) => `${name}\\:${quoted(help)}`).join(' ');
  return `#compdef podlint
# Completion of podlint for zsh. In ~/.zshrc, behind compinit: source <(podlint completion zsh)
_podlint() {
  local command=check
  if (( CURRENT > 2 )); then
    case $words[2] in (${commands.map(({ name }) => name).join('|')}) command=$words[2]; shift words; (( CURRENT-- )) ;; esac
  fi
  case $command in
${commands.map(commandCase).join('\n')}
  esac
}
_podlint_first() {
  _alternative ${shellQuoted(`commands:command:((${described}))`)} 'files:file:_files'
}
if [[ $funcstack[1] == _podlint ]]; then _podlint "$@"; else compdef _podlint podlint; fi
`;
}

function commandCase({ name, options, takes }: CompletedCommand): string {
  const specs = [
    ...options.map(optionSpec),
    ...(name === 'check' ? [shellQuoted('1::argument:_podlint_first')] : []),
    shellQuoted(`*::argument:${action(takes)}`),
  ];
  return `    (${name}) _arguments -s -S \\\n${specs.map((spec) => `      ${spec}`).join(' \\\n')} ;;`;
}

function optionSpec({ names, help, takes, valueIsOptional }: CompletedOption): string {
  const forms = names.map((name) => (takes === undefined ? name : `${name}=${valueIsOptional ? '-' : ''}`));
  const explained = `[${help.replace(/[[\]:\\]/g, '\\$&')}]${takes === undefined ? '' : `${valueIsOptional ? '::' : ':'}value:${action(takes)}`}`;
  return forms.map((form) => shellQuoted(`*${form}${explained}`)).join(' ');
}

function action(values: Values): string {
  if (values === 'files') return '_files';
  if (values === 'anything') return ' ';
  return values.open ? `compadd -S '' -- ${values.words.join(' ')}` : `(${values.words.join(' ')})`;
}

/** Inside of double quotes that stand inside of single ones. */
function quoted(text: string): string {
  return `"${text.replace(/["\\$`]/g, '\\$&')}"`;
}

function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
