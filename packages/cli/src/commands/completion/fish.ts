import type { CompletedCommand, CompletedOption, Values } from './subject.js';

export function fishScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# Completion of podlint for fish: podlint completion fish > ~/.config/fish/completions/podlint.fish
function __podlint_runs
    set -l words (commandline -opc)
    set -l command check
    if set -q words[2]; and contains -- $words[2] ${names}
        set command $words[2]
    end
    contains -- $command $argv
end
function __podlint_is_first
    test (count (commandline -opc)) -eq 1
end
complete -c podlint -e
${commands.map(({ name, help }) => `complete -c podlint -n __podlint_is_first -a ${name} -d ${quoted(help)}`).join('\n')}
${commands.flatMap(({ name, options, takes }) => [...argumentLines(name, takes), ...options.map((option) => optionLine(name, option))]).join('\n')}
`;
}

function argumentLines(command: string, values: Values): string[] {
  if (values === 'files') return [];
  return [
    `complete -c podlint -n '__podlint_runs ${command}' -f${values === 'anything' ? '' : ` -a ${quoted(values.words.join(' '))}`}`,
  ];
}

function optionLine(command: string, { names, help, takes, valueIsOptional }: CompletedOption): string {
  const forms = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`)).join(' ');
  return `complete -c podlint -n '__podlint_runs ${command}' ${forms}${takes === undefined || valueIsOptional ? '' : valueFlags(takes)} -d ${quoted(help)}`;
}

function valueFlags(values: Values): string {
  if (values === 'files') return ' -r -F';
  return ` -x${values === 'anything' ? '' : ` -a ${quoted(values.words.join(' '))}`}`;
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
