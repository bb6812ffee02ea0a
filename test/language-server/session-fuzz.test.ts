import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import type { ReportedDiagnostic } from '@podlint/engine';
import fc from 'fast-check';
import { firstSentence } from '@podlint/messages';
import { parseText } from '@podlint/syntax';
import { diagnosticsOf } from '@podlint/language-server/service';
import { createLinter } from 'podlint';
import type { Diagnostic, Position, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { samples } from '../kit/manifests.js';
import { edit, offsetOf, type Edit } from '../session/edits.js';
import { Client } from './client.js';
import { uri, viewOf } from './kit.js';

const command = path.resolve(import.meta.dirname, '../../../packages/cli/bundle/podlint.js');

/**
 * What a client does next: `full` sends the whole text; `beyond` points behind the end of the line or of the text,
 * `pair` between the halves of a character.
 */
interface Step {
  readonly edit: Edit;
  readonly way: 'incremental' | 'full' | 'beyond' | 'pair';
}

const step: fc.Arbitrary<Step> = fc.record({
  edit,
  way: fc.constantFrom<Step['way'][]>(
    'incremental',
    'incremental',
    'incremental',
    'incremental',
    'incremental',
    'incremental',
    'full',
    'full',
    'beyond',
    'pair',
  ),
});

/** Lines end with LF, CR LF or CR; written anew, so that the server's own way of counting is not its judge. */
function positionAt(text: string, offset: number): Position {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  const line = starts.findLastIndex((start) => start <= offset);
  return { line, character: offset - starts[line]! };
}

/** A place between the two characters of a line break is none: what points there means the end of the line. */
function settled(text: string, offset: number): number {
  return text[offset - 1] === '\r' && text[offset] === '\n' ? offset - 1 : offset;
}

function changeOf(
  text: string,
  { edit: made, way }: Step,
): { readonly change: TextDocumentContentChangeEvent; readonly after: string } {
  const pair = way === 'pair' ? text.search(/[\ud800-\udbff][\udc00-\udfff]/) : -1;
  const start = pair >= 0 ? pair + 1 : settled(text, offsetOf(text, made));
  const end = settled(text, Math.min(text.length, start + made.removed));
  if (way === 'full') {
    const after = text.slice(0, start) + made.inserted + text.slice(end);
    return { change: { text: after }, after };
  }
  if (way !== 'beyond')
    return {
      change: { range: { start: positionAt(text, start), end: positionAt(text, end) }, text: made.inserted },
      after: text.slice(0, start) + made.inserted + text.slice(end),
    };
  const { line } = positionAt(text, start);
  const lineEnd = start + /[\r\n]|$/.exec(text.slice(start))!.index;
  const after = text.slice(0, lineEnd) + made.inserted;
  return {
    change: {
      range: { start: { line, character: 100_000 }, end: { line: 1_000_000, character: 7 } },
      text: made.inserted,
    },
    after,
  };
}

/** What of a diagnostic both sides can tell, in one order. */
function shown(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics
    .map(({ code, message, severity, range }) =>
      JSON.stringify([
        code,
        severity,
        range.start.line,
        range.start.character,
        range.end.line,
        range.end.character,
        message,
      ]),
    )
    .sort();
}

const severities = { error: 1, warning: 2, info: 3, hint: 4 } as const;

function reported(diagnostics: readonly ReportedDiagnostic[]): string[] {
  return diagnostics
    .map(({ code, message, severity, range: { start, end } }) =>
      JSON.stringify([
        code,
        severities[severity],
        start.line - 1,
        start.column - 1,
        end.line - 1,
        end.column - 1,
        firstSentence(message).first,
      ]),
    )
    .sort();
}

/** Whether the text has no mistake that a reader of YAML finds. */
function isReadable(text: string): boolean {
  const [file] = createLinter().lint([{ path: 'a.yaml', text }]).files;
  return (
    parseText(text).documents.every(({ problems }) => problems.length === 0) &&
    !file?.diagnostics.some(({ code }) => /^(?:syntax\/|schema\/list-indent)/.test(code))
  );
}

/** What a server that has seen nothing else says; nothing of a file that is not Kubernetes'. */
function fresh(text: string): string[] {
  const view = viewOf(text);
  return view ? shown(diagnosticsOf(view)) : [];
}

function freshCommand(text: string): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [command, '--level', 'info', '--format', 'json', '--filename', 'a.yaml', '-'],
    {
      input: text,
      encoding: 'utf8',
      cwd: path.dirname(command),
    },
  );
  const [file] = (JSON.parse(stdout) as { files: { diagnostics: ReportedDiagnostic[] }[] }).files;
  return reported(file!.diagnostics);
}

/** A text with half a surrogate pair cannot be written to a file or a pipe. */
const half = /\p{Surrogate}/u;

test("after any edits the server's text is the client's, and what it says is what a fresh run says", async () => {
  const client = await Client.start({ initializationOptions: { pause: 0 } });
  let [version, compared, commands, pairs] = [1, 0, 0, 0];
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...samples), { minLength: 1, maxLength: 3 }),
        fc.array(step, { minLength: 5, maxLength: 25 }),
        async (documents, steps) => {
          let text = `# 😀😀😀\n${documents.join('---\n')}`;
          await client.open(uri, text, ++version);
          for (const next of steps) {
            const { change, after } = changeOf(text, next);
            text = after;
            await client.connection.sendNotification('textDocument/didChange', {
              textDocument: { uri, version: ++version },
              contentChanges: [change],
            });
            const diagnostics = await client.diagnostics(uri, version);
            assert.equal(await client.connection.sendRequest('podlint/text', { textDocument: { uri } }), text);
            // What cannot be read keeps what was said of it before: calm.test.ts.
            if (!isReadable(text)) continue;
            assert.deepEqual(shown(diagnostics), fresh(text));
            compared++;
            if (half.test(text)) pairs++;
            else if (commands < 5 && compared > 10 * commands && viewOf(text)) {
              // The editor folds what a container does not set into one: unset.test.ts.
              assert.deepEqual(reported(viewOf(text)!.diagnostics), freshCommand(text));
              commands++;
            }
          }
          await client.close(uri);
        },
      ),
      { numRuns: 40 },
    );
  } finally {
    assert.equal(await client.stop(), 0);
  }
  assert.ok(
    compared > 100 && commands > 2 && pairs > 5,
    `${compared} answers and ${commands} commands compared, ${pairs} texts with half a pair`,
  );
});
