// npm run new-rule GROUP/NAME: makes the folder of a rule, with a rule that works, to be written over: what it looks
// for, page and cases.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const usage = 'usage: npm run new-rule GROUP/NAME, such as npm run new-rule images/latest-tag';
const [id = '', root = path.resolve(import.meta.dirname, '..')] = process.argv.slice(2);

function fail(message) {
  console.error(message);
  process.exit(2);
}

if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*\/[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) fail(usage);
const folder = path.join(root, id);
if (existsSync(folder)) fail(`there is a rule ${id} already`);

const manifest = (field) => `apiVersion: v1
kind: Pod
metadata:
  name: app
spec:
  containers:
    - name: app
      image: registry.example/app:1.2
${field}`;

const rule = `import { defineRule } from '@podlint/engine/rule';

export default defineRule({
  id: '${id}',
  level: 'warn',
  summary: 'A container with a terminal',
  brief: 'terminal is allocated',
  messages: {
    terminal: 'Container "{name}" is given a terminal, and nobody sits at it in a cluster. Remove tty.',
  },
  container(container, report) {
    if (container.value.tty !== true) return;
    report({ at: container.at.tty, message: 'terminal', data: { name: container.name } });
  },
});
`;

const page = `# ${id}

**Level:** warn · **Fix:** none

What happens at run time, for the person who has just got the finding. When to switch the rule off.

## Wrong

\`\`\`yaml
${manifest('      tty: true\n')}\`\`\`

## Right

\`\`\`yaml
${manifest('')}\`\`\`
`;

mkdirSync(path.join(folder, 'cases'), { recursive: true });
writeFileSync(path.join(folder, 'rule.ts'), rule);
writeFileSync(path.join(folder, 'README.md'), page);
writeFileSync(path.join(folder, 'cases/clean.yaml'), manifest(''));
writeFileSync(path.join(folder, 'cases/wrong.yaml'), manifest('      tty: true\n      #    ^^^^ warn terminal\n'));
console.log(
  `${path.relative(process.cwd(), folder)} holds a rule that works, to be written over. Then: npm run rules && npm run test:run -- rules/${id}`,
);
