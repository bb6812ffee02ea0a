/** How the commands of manifests are read. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { certainSleepSeconds, programOf, readCommandLine, wordsOfContainer, type ShellCommand } from '@podlint/kubelet';

/** Where it stands, its words with `~` before what is not literal, its redirections, what follows it. */
function describeCommand({ words, redirections, enclosing, after }: ShellCommand): string {
  const place = enclosing.map(({ construct, part }) => `${construct}.${part} `).join('');
  const texts = [
    ...words.map(({ text, isLiteral }) => (isLiteral ? text : `~${text}`)),
    ...redirections.map(({ operator, target }) => `${operator}${target.text}`),
  ];
  return `${place}[${texts.join('|')}]${after ? ` ${after.text === '\n' ? 'EOL' : after.text}` : ''}`;
}

function commandsOf(script: string): string[] | undefined {
  return readCommandLine(['sh', '-c', script])?.commands.map(describeCommand);
}

const scripts: Readonly<Record<string, readonly string[]>> = {
  '': [],
  '# nothing but a comment': [],
  app: ['[app]'],
  'a && b || c; d & e | f |& g': ['[a] &&', '[b] ||', '[c] ;', '[d] &', '[e] |', '[f] |', '[g]'],
  'a\n\nb # c\nd#e': ['[a] EOL', '[b] EOL', '[d#e]'],
  'a &&\n  b \\\n  c': ['[a] &&', '[b|c]'],
  [`echo 'it'"'"'s' "a \\"b\\" \\c" d\\ e`]: [`[echo|it's|a "b" \\c|d e]`],
  'echo $A "${B:-x y}" $(date; id) `id` *.txt ~/x $ "$((1 + 2))"': [
    '[echo|~$A|~"${B:-x y}"|~$(date; id)|~`id`|~*.txt|~~/x|$|~"$((1 + 2))"]',
  ],
  'echo "a $(echo ")") b" c': ['[echo|~"a $(echo ")") b"|c]'],
  'A=1 B="2 3" app x=y': ['[app|x=y]'],
  'a >b 2>&1 < c >> "d e" &> f': ['[a|>b|>&1|<c|>>d e|&>f]'],
  'echo 2 >a 3': ['[echo|2|3|>a]'],
  'if a; then b; elif c; then d; else e; fi; f': [
    'if.condition [a] ;',
    'if.body [b] ;',
    'if.condition [c] ;',
    'if.body [d] ;',
    'if.body [e] ;',
    '[f]',
  ],
  'while a; do b; done > c\nuntil ! d; do e; done': [
    'while.condition [a] ;',
    'while.body [b] ;',
    '[>c] EOL',
    'until.condition [d] ;',
    'until.body [e] ;',
  ],
  'for i in a b; do c $i; done; for ((;;)); do d; done': ['for.body [c|~$i] ;', 'for.body [d] ;'],
  'case $x in a|b) c;; (d) e ;; esac; f': ['case.body [c] ;;', 'case.body [e] ;;', '[f]'],
  '(a; b) && { c; d; } | e': [
    'subshell.body [a] ;',
    'subshell.body [b]',
    'group.body [c] ;',
    'group.body [d] ;',
    '[e]',
  ],
  'f() { a; }\nfunction g {\n b\n}\nh()\n{ c; }\nf': [
    'function.body [a] ;',
    'function.body [b] EOL',
    'function.body [c] ;',
    '[f]',
  ],
  'while a; do if b; then c; fi; done': [
    'while.condition [a] ;',
    'while.body if.condition [b] ;',
    'while.body if.body [c] ;',
  ],
  '[[ -f a && ( -f b || -f c ) ]] && d': ['[~[[|-f|a|-f|b|-f|c|]]] &&', '[d]'],
  'echo if then "done" constructor': ['[echo|if|then|done|constructor]'],
  '"if" a': ['[if|a]'],
};

describe('scripts', () => {
  for (const [script, commands] of Object.entries(scripts))
    test(JSON.stringify(script), () => assert.deepEqual(commandsOf(script), commands));

  for (const script of [
    "echo 'a",
    'echo "a',
    'echo $(a',
    'echo ${a',
    'echo `a',
    'if a; then b',
    'while a; do b',
    '{ a',
    '(a',
    'cat <<EOF',
    'a >',
  ]) {
    test(`not to be read: ${script}`, () => assert.equal(commandsOf(script), undefined));
  }

  test('offsets count in the script', () => {
    const script = '  a b ; c > d';
    const [first, second] = readCommandLine(['sh', '-c', script])!.commands;
    assert.equal(script.slice(first!.start, first!.end), 'a b');
    assert.equal(script.slice(second!.start, second!.end), 'c > d');
  });
});

describe('here-documents', () => {
  function documentOf(script: string): unknown {
    const [command] = readCommandLine(['sh', '-c', script])!.commands;
    return command!.redirections.find(({ hereDocument }) => hereDocument)?.hereDocument;
  }

  test('end at their word', () =>
    assert.deepEqual(documentOf('cat <<EOF > x\na b\n c\nEOF\nd'), { text: 'a b\n c', isLiteral: true }));
  test('are expanded', () => assert.deepEqual(documentOf('cat <<EOF\n$A\nEOF'), { text: '$A', isLiteral: false }));
  test('are not if their word is quoted', () =>
    assert.deepEqual(documentOf("cat <<'EOF'\n$A\nEOF\n"), { text: '$A', isLiteral: true }));
  test('lose tabs', () => assert.deepEqual(documentOf('cat <<-EOF\n\t\ta\n\tEOF\n'), { text: 'a', isLiteral: true }));
  test('end with the script at the latest', () =>
    assert.deepEqual(documentOf('cat <<EOF\na'), { text: 'a', isLiteral: true }));
  test('are followed by commands', () =>
    assert.deepEqual(commandsOf('cat <<A; b\na; x\nA\nc'), ['[cat|<<A] ;', '[b] EOL', '[c]']));
});

describe('command lines', () => {
  const scriptWords: readonly (readonly [words: readonly string[], script: number | undefined])[] = [
    [['sh', '-c', 'a'], 2],
    [['/bin/bash', '-ec', 'a', 'name', 'argument'], 2],
    [['bash', '-e', '-o', 'pipefail', '-c', 'a'], 5],
    [['bash', '-euxo', 'pipefail', '-c', 'a'], 4],
    [['bash', '-c', '-e', 'a'], 3],
    [['mksh', '-ce', 'a'], 2],
    [['/usr/bin/env', 'A=b', 'sh', '-c', 'a'], 4],
    [['tini', '-g', '--', 'sh', '-c', 'a'], 5],
    [['/sbin/tini', '--', 'busybox', 'sh', '-c', 'a'], 5],
    [['-c', 'a'], 1],
    [['sh', '/script.sh', '-c', 'a'], undefined],
    [['sh'], undefined],
    [['python', '-c', 'print(1)'], undefined],
    [['app', '-config', 'x'], undefined],
  ];
  for (const [words, script] of scriptWords)
    test(words.join(' '), () => assert.equal(readCommandLine(words)?.script?.word, script));

  test('without a shell, words are as they are', () => {
    assert.deepEqual(readCommandLine(['app', 'a; b', '$(NAME)', '*'])?.commands.map(describeCommand), [
      '[app|a; b|~$(NAME)|*]',
    ]);
  });
  test('none', () => assert.equal(readCommandLine([]), undefined));

  test('a container without a command has its words in args if these begin with a shell', () => {
    assert.deepEqual(wordsOfContainer({ args: ['sh', '-c', 'a'] }), ['sh', '-c', 'a']);
    assert.deepEqual(wordsOfContainer({ args: ['-c', 'a'] }), ['-c', 'a']);
    assert.equal(wordsOfContainer({ args: ['--serve', 'x'] }), undefined);
    assert.deepEqual(wordsOfContainer({ command: ['app'], args: ['-c', 'a'] }), ['app', '-c', 'a']);
    assert.equal(wordsOfContainer({}), undefined);
  });
});

describe('programs', () => {
  const programs: Readonly<Record<string, string | undefined>> = {
    '/usr/bin/app -x': 'app',
    'exec app': 'app',
    'sudo -u root app': 'app',
    'env A=b app': 'app',
    '$APP x': undefined,
    '[ -f x ]': '[',
    'A=b': undefined,
  };
  for (const [script, program] of Object.entries(programs))
    test(script, () => assert.equal(programOf(readCommandLine(['sh', '-c', script])!.commands[0]!), program));
});

describe('sleeping', () => {
  const sleeps: Readonly<Record<string, number>> = {
    'sleep 10': 10,
    'sleep 1m 5s': 65,
    'sleep .5; sleep 1.5': 2,
    'a && sleep 5 && b; { sleep 5; }': 10,
    'sleep infinity': Infinity,
    'a || sleep 5': 0,
    'sleep 5 & b': 0,
    'sleep $T; sleep x; sleep': 0,
    'while a; do sleep 5; done; if a; then sleep 5; fi; f() { sleep 5; }': 0,
  };
  for (const [script, seconds] of Object.entries(sleeps))
    test(script, () => assert.equal(certainSleepSeconds(readCommandLine(['sh', '-c', script])!.commands), seconds));
});
