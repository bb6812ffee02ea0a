// Emacs, as Debian has it: M-x compile runs podlint and next-error goes where the finding is; Eglot and lsp-mode run the
// language server, set up as docs/editors.md says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { documented, must, podlint, provide, run, temporaryFolder, writeFiles } from '../kit.mjs';

/** The machine's own Emacs, or Debian's: one that is only unpacked does not find its compiled Lisp, and root installs it. */
const has = (program) => run('sh', ['-c', `command -v ${program}`]).status === 0;
const { skip } = has('emacs')
  ? {}
  : process.getuid?.() === 0
    ? provide({
        name: 'emacs',
        version: 'debian',
        programs: ['apt-get'],
        install: () => {
          run('apt-get', ['update', '--quiet']);
          must('apt-get', ['install', '--quiet', '--yes', '--no-install-recommends', 'emacs-nox'], {
            env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
          });
        },
      })
    : { skip: 'this machine has no emacs, and only root can install it' };

/** Prints where next-error stops, one place after the other: `error web.yaml:9:31`, and the line as it is there. */
const session = `
(require 'compile)
(let ((compilation-ask-about-save nil) (compilation-skip-threshold 0))
  (with-current-buffer (compile (getenv "COMPILE_COMMAND"))
    (while (process-live-p (get-buffer-process (current-buffer)))
      (accept-process-output (get-buffer-process (current-buffer)) 1))
    (compilation--ensure-parse (point-max))
    (let ((next-error-last-buffer (current-buffer)) (buffer (current-buffer)))
      (condition-case nil
          (let ((first t))
            (while t
              (with-current-buffer buffer (next-error 1 first))
              (setq first nil)
              (let ((at (with-current-buffer buffer (get-text-property (point) 'compilation-message))))
                (with-current-buffer (window-buffer (selected-window))
                  (princ (format "%s %s:%d:%d %s"
                                 (aref ["note" "warning" "error"] (compilation--message->type at))
                                 (file-name-nondirectory buffer-file-name)
                                 (line-number-at-pos) (1+ (current-column))
                                 (thing-at-point 'line t)))))))
        (user-error nil)))))
`;

const files = {
  'deploy/web.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example/web:1
      ports: [{containerPort: 80000}]
`,
  // A name with blanks and a colon in it; letters that are more than a byte stand before the place.
  'deploy/two words.yaml': `apiVersion: v1
kind: Pod
metadata: {name: web, annotations: {place: "Zürich, Łódź"}, nmae: web}
spec:
  containers:
    - {name: web, image: "registry.example/web:latest"}
`,
};

describe('M-x compile in Emacs', { skip }, () => {
  test('next-error stops at each finding, at its file, line and column', (context) => {
    const home = temporaryFolder(context);
    writeFiles(home, files);
    const rules = '--preset none --rule images/latest-tag=warn --rule resources/no-requests=info --level info';
    const { stdout, stderr, status } = run('emacs', ['--quick', '--batch', '--eval', `(progn ${session})`], {
      cwd: home,
      env: {
        ...process.env,
        COMPILE_COMMAND: `node ${podlint} --format compact ${rules} deploy`,
      },
    });
    assert.equal(status, 0, stderr);
    assert.deepEqual(
      stdout.split('\n').filter((line) => line !== ''),
      [
        'error two words.yaml:3:61 metadata: {name: web, annotations: {place: "Zürich, Łódź"}, nmae: web}',
        'note two words.yaml:6:8     - {name: web, image: "registry.example/web:latest"}',
        'warning two words.yaml:6:26     - {name: web, image: "registry.example/web:latest"}',
        'note web.yaml:7:7     - name: web',
        'error web.yaml:9:31       ports: [{containerPort: 80000}]',
      ],
    );
  });
});

/** Modes that Debian packages: only root can install them. */
const { skip: withoutModes } =
  skip || process.getuid?.() !== 0
    ? { skip: skip ?? 'only root can install eglot, lsp-mode and yaml-mode' }
    : provide({
        name: 'emacs-modes',
        version: 'debian',
        programs: ['apt-get'],
        install: () => {
          run('apt-get', ['update', '--quiet']);
          must(
            'apt-get',
            ['install', '--quiet', '--yes', '--no-install-recommends', 'elpa-eglot', 'elpa-lsp-mode', 'elpa-yaml-mode'],
            { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
          );
        },
      });

const refused = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  restartPolicy: always
  containers:
    - name: web
      image: registry.example/web:1
`;

/** Waits for diagnostics, which a form gives as a list, and prints each. */
const printed = (diagnostics) => `
  (let ((end (+ (float-time) 60)))
    (while (and (< (float-time) end) (null ${diagnostics}))
      (accept-process-output nil 0.2))
    (dolist (text ${diagnostics}) (princ (format "%s\\n" text))))`;

const eglot = `
(package-initialize)
(require 'eglot)
(require 'yaml-mode)
${documented('eglot', 'docs/editors.md')}
(setq eglot-sync-connect 60)
(with-current-buffer (find-file-noselect "pod.yaml")
  (yaml-mode)
  (call-interactively 'eglot)
  (flymake-mode 1)
  (flymake-start)
  ${printed("(mapcar #'flymake-diagnostic-text (flymake-diagnostics))")})
`;

const lspMode = `
(package-initialize)
(require 'lsp-mode)
(require 'yaml-mode)
${documented('lsp-mode', 'docs/editors.md')}
(setq lsp-auto-guess-root t lsp-enable-file-watchers nil lsp-diagnostics-provider :none
      lsp-session-file (expand-file-name "session"))
(with-current-buffer (find-file-noselect "pod.yaml")
  (yaml-mode)
  (lsp-workspace-folders-add (file-truename "."))
  (lsp)
  ${printed("(apply #'append (mapcar (lambda (found) (mapcar #'lsp:diagnostic-message found)) (hash-table-values (lsp-diagnostics t))))")})
`;

describe('the language server in Emacs', { skip: withoutModes }, () => {
  for (const [name, set] of Object.entries({ eglot, 'lsp-mode': lspMode }))
    test(`${name}, set up as documented, shows what podlint finds`, (context) => {
      const home = temporaryFolder(context);
      writeFiles(home, {
        'pod.yaml': refused,
        'set-up.el': set,
        'bin/podlint': `#!/bin/sh\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(podlint)} "$@"\n`,
      });
      chmodSync(path.join(home, 'bin/podlint'), 0o755);
      const { stdout, stderr } = run('emacs', ['--batch', '-q', '--load', 'set-up.el'], {
        cwd: home,
        timeout: 180_000,
        env: { ...process.env, HOME: home, PATH: `${path.join(home, 'bin')}:${process.env.PATH}` },
      });
      assert.match(stdout, /restartPolicy .*"always"/, stderr);
    });
});
