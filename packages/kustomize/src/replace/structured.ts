import { BuildFailure } from '../errors.js';
import { emitYaml } from '../node/emit.js';
import { matchPath } from '../node/match.js';
import { Kind, type YNode } from '../node/node.js';
import { lookup, splitFieldPath } from '../node/path.js';
import { toJson } from '../node/to-json.js';
import { parseYamlText } from '../read/parse.js';
import type { TextSource } from '../origin/text-source.js';
import { keepComments } from './keep-comments.js';
import { makingOf, setValue, type Copying } from './set-value.js';

/**
 * Sets a field inside a text that holds YAML or JSON, if the path leads into one (setValueInStructuredData). False:
 * it does not, or that fails; the path is then taken as an ordinary one.
 */
export function setInStructuredText(object: YNode, value: YNode, path: string, copying: Copying): boolean {
  const parts = splitFieldPath(path);
  const found = findText(object, parts);
  if (!found) return false;
  try {
    return setInside(found.text, found.inner, parts.slice(found.length), value, copying);
  } catch (error) {
    if (error instanceof BuildFailure) return false;
    throw error;
  }
}

interface FoundText {
  readonly text: YNode;
  readonly inner: YNode;
  /** Parts of the path that lead to the text. */
  readonly length: number;
}

/** The first scalar on the way, before its end, that can be read as YAML. */
function findText(object: YNode, parts: readonly string[]): FoundText | undefined {
  for (let length = 1; length < parts.length; length++) {
    const found = attempt(() => lookup(object, parts.slice(0, length)));
    if (found?.kind !== Kind.scalar) continue;
    const inner = attempt(() => parseYamlText(found.value));
    if (inner) return { text: found, inner, length };
  }
  return undefined;
}

function attempt(run: () => YNode | undefined): YNode | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof BuildFailure) return undefined;
    throw error;
  }
}

function setInside(text: YNode, inner: YNode, path: readonly string[], value: YNode, copying: Copying): boolean {
  const targets = matchPath(inner, path, makingOf(value, copying)) ?? [];
  if (targets.length === 0) return false;
  const unchanged = parseYamlText(text.value, innerSource) ?? inner;
  for (const target of targets) setValue(target, value, copying);
  text.value = written(inner, unchanged, text.value);
  text.mark(copying.step);
  return true;
}

/** Places within the text itself. */
const innerSource: TextSource = { place: (start, end) => ({ file: '', start, end }) };

/** JSON stays JSON, in lines if it was (serializeStructuredData). */
function written(inner: YNode, unchanged: YNode, before: string): string {
  if (!/^[{[]/.test(before.trim()))
    return keepComments(before, unchanged, emitYaml(unchanged).trim(), emitYaml(inner).trim());
  const isPretty = before.includes('\n') && before.includes('  ');
  return htmlSafe(JSON.stringify(toJson(inner), undefined, isPretty ? 2 : undefined));
}

/** encoding/json escapes what means something in HTML. */
function htmlSafe(json: string): string {
  return json.replace(/[<>&]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`);
}
