import { needsLateChecks } from '@podlint/kinds';
import { ownGroups } from '@podlint/model';
import { rememberingLast } from './remembering-last.js';

/** What a text may need of the code that most runs do not load; nothing is read for that. */
export interface TextNeeds {
  /** It may hold a CustomResourceDefinition. */
  readonly definitions: boolean;
  /** It may hold an object by which admission decides on others. */
  readonly admission: boolean;
  /** It may hold an object of a kind that needs the late checks. */
  readonly lateChecks: boolean;
  /** API groups that it names and that are none of Kubernetes' own. */
  readonly foreignGroups: readonly string[];
}

const decidesOnOthers =
  /\bkind["']?\s*:\s*["']?(?:(?:Validating|Mutating)AdmissionPolicy|LimitRange|ResourceQuota|RuntimeClass|PriorityClass)\b/;

export const needsOf = rememberingLast((text: string): TextNeeds => {
  const isHidden = mayHideWords(text);
  const plain = withoutEscapes(text);
  return {
    definitions: isHidden || plain.includes('CustomResourceDefinition'),
    admission: isHidden || decidesOnOthers.test(plain),
    lateChecks: isHidden || needsLateChecks(plain),
    foreignGroups: foreignGroupsIn(plain),
  };
});

/** Whether there may be an object of one of these kinds in a text. A long definition names many, and is none of them. */
export function mayHoldKinds(text: string, kinds: ReadonlySet<string>): boolean {
  if (mayHideWords(text)) return true;
  for (const [, kind = ''] of withoutEscapes(text).matchAll(kindWritten))
    if (kind === '' || kinds.has(kind)) return true;
  return false;
}

/** The kind is empty where it is written in a way of its own: behind a tag, an anchor or a comment. */
const kindWritten = /\bkind["']?\s*:\s*["']?([A-Za-z\d]*)/g;

function foreignGroupsIn(text: string): string[] {
  const named = new Set<string>();
  for (const [, group = ''] of text.matchAll(/apiVersion["']?[ \t]*:[ \t]*["']?([a-z\d.-]{1,253})\/v\d/g))
    if (!ownGroups.has(group)) named.add(group);
  return [...named];
}

/** In base64, behind a tag that may itself be written in escapes. */
function mayHideWords(text: string): boolean {
  // Most texts have none: that is found out sooner than by an expression.
  return text.includes('!') && /![^\s[\]{}!]*(?:binary|%)/.test(text);
}

const escape = /\\(?:\r?\n[ \t]*|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U000([\da-fA-F]{5}))/g;

/** What JSON and the double quotes of YAML can write in another way is written plainly; other texts stay as they are. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escape, (_, ...[byte, unit, point]: (string | undefined)[]) => {
    const code = byte ?? unit ?? point;
    return code === undefined ? '' : String.fromCodePoint(Number.parseInt(code, 16));
  });
}
