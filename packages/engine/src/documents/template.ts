import type { YamlDocument } from '@podlint/syntax';
import { isFreeText } from './free-text.js';
import type { SourceObject } from './objects.js';
import { provenanceOf } from './provenance.js';
import { type Enclosing, holdsEnclosed, withoutEnclosed } from './enclosed.js';
import { isReadableWithout, type Without } from './readable-without.js';
import { scalarsOf } from './scalars.js';
import type { TemplateReason } from './skip.js';

interface TemplateLanguage {
  readonly reason: TemplateReason;
  /** What encloses a piece of it. */
  readonly marks: readonly Enclosing[];
}

/** Helm and Go, Jinja, ERB. */
const languages: readonly TemplateLanguage[] = [
  { reason: 'template with {{ }}', marks: [['{{', '}}']] },
  {
    reason: 'template with {% %}',
    marks: [
      ['{%', '%}'],
      ['{#', '#}'],
    ],
  },
  { reason: 'template with <% %>', marks: [['<%', '%>']] },
];

/**
 * Whether what keeps a document from being read is that it is a template, and not a mistake in text that only speaks of
 * templates.
 */
export function templateInBroken({ text, range, problems }: YamlDocument): TemplateReason | undefined {
  const source = text.slice(range.start, range.end);
  const used = languages.filter(({ marks }) => marks.some((one) => holdsEnclosed(source, one)));
  const isTemplate =
    used.length > 0 &&
    (problems.some(({ code }) => code === 'syntax/template') ||
      isReadableWithout(
        source,
        languages.flatMap(({ marks }) =>
          marks.map(
            (one): Without =>
              (rest, instead) =>
                withoutEnclosed(rest, one, instead),
          ),
        ),
      ));
  return isTemplate ? used[0]!.reason : undefined;
}

/** Statements and values of ytt, which are comments to everybody else: without them the values are missing. */
const ytt =
  /^[ \t]*#@(?:[ \t]+(?:load|if|elif|else|for|end|def|assert)\b|(?:data|overlay|schema|library|yaml)\/)|[:-][ \t]+#@[ \t]/m;

/** `name: ##NAME##` for sed: a comment to YAML, so that the value is missing. */
const hashes = /[:-][ \t]+##[A-Za-z_][\w-]*##[ \t\r]*$/m;

/** Whether a document that can be read is a template all the same. */
export function templateInReadable(
  document: YamlDocument,
  objects: readonly SourceObject[],
): TemplateReason | undefined {
  const source = document.text.slice(document.range.start, document.range.end);
  if (source.includes('#@') && ytt.test(source)) return 'template with #@';
  if (source.includes('##') && hashes.test(source)) return 'template with ## ##';
  return source.includes('{{') && objects.some((object) => hasTemplatedField(document, object))
    ? 'template with {{ }}'
    : undefined;
}

/**
 * Text may speak of templates for another program; a name or a number of replicas is one for whoever makes the
 * manifest. In what was rendered already it is a mistake, and images have a rule that looks for that.
 */
function hasTemplatedField(document: YamlDocument, object: SourceObject): boolean {
  if (object.description.known === undefined) return false;
  const isRendered = provenanceOf(document, object.node) !== undefined;
  return scalarsOf(object.json()).some(
    ({ path, value }) =>
      typeof value === 'string' &&
      holdsEnclosed(value, ['{{', '}}']) &&
      !isFreeText(path) &&
      !(isRendered && path.includes('image')),
  );
}
