import { joinedFields } from '@podlint/plain';
import type { Imported, ImportedOverride, Levels } from './imported.js';

/** The lines of a config file for what other linters were told, in place of `extends`. */
export function importedLines(all: readonly Imported[]): string[] {
  const preset = all.some((one) => one.preset === 'none') ? 'none' : 'recommended';
  const rules = mergedRules(all);
  const overrides = all.flatMap((one) => one.overrides);
  const ignore = all.flatMap((one) => one.ignore);
  return [
    `extends: podlint:${preset}`,
    ...all.flatMap(({ file, left }) => [
      `# Taken over from ${file}.${left.length === 0 ? '' : ` podlint has nothing for: ${oneLine(left.join(', '))}.`}`,
    ]),
    `ignoreAnnotations: [${all.map(({ peer }) => peer).join(', ')}]`,
    ...(Object.keys(rules).length > 0 ? ['rules:', ...ruleLines(rules, '  ')] : []),
    ...(overrides.length > 0 ? ['overrides:', ...overrides.flatMap(overrideLines)] : []),
    ...(ignore.length > 0 ? ['ignore:', ...ignore.map((glob) => `  - ${JSON.stringify(glob)}`)] : []),
  ];
}

/** What two linters say of one rule: the later one counts. */
function mergedRules(all: readonly Imported[]): Levels {
  return Object.fromEntries(
    Object.entries(joinedFields(all.map(({ rules }) => rules))).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function ruleLines(rules: Levels, indent: string): string[] {
  return Object.entries(rules).map(([id, level]) => `${indent}${id}: ${level}`);
}

function overrideLines({ namespaces, names, rules }: ImportedOverride): string[] {
  const fields = [
    ...(namespaces ? [`namespaces: ${JSON.stringify(namespaces)}`] : []),
    ...(names ? [`names: ${JSON.stringify(names)}`] : []),
    'rules:',
  ];
  return [...fields.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`), ...ruleLines(rules, '      ')];
}

/** A comment ends with its line, whatever a name in a file holds. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/g, ' '); // eslint-disable-line no-control-regex -- these end it
}
