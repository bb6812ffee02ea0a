// Writes schemas/config.schema.json from the options of every rule, as they are built. `--check` only compares.
import { adjustableCodes, codes, suppressionRules } from '@podlint/engine';
import { catalogue } from '../dist/index.js';
import { base } from './config-base.mjs';
import { generate } from './generated-file.mjs';

const level = { $ref: '#/definitions/level' };

/** A level, or a list of a level and options. */
function setting(options) {
  const items = options ? [level, optionsSchema(options.schema)] : [level];
  return { if: { type: 'array' }, then: { items, minItems: 1, additionalItems: false }, else: level };
}

function settingSchema({ summary, level: usual, options }) {
  return { description: `${summary} (${usual})`, ...(options ? setting(options) : { $ref: '#/definitions/setting' }) };
}

/** Ids that a rule had before still work; editors strike them through. */
function formerIds(rule) {
  return (rule.aliases ?? []).map((alias) => [
    alias,
    { ...settingSchema(rule), description: `Now called ${rule.id}`, deprecated: true },
  ]);
}

/** An option that nobody knows is a mistake, whether the rule says so or not. */
function optionsSchema(schema) {
  return withTypes(
    schema.properties && schema.additionalProperties === undefined
      ? { ...schema, additionalProperties: false }
      : schema,
  );
}

/** A list of words to choose from says what type they have: the validator compares texts without help at run time. */
function withTypes(schema) {
  if (Array.isArray(schema)) return schema.map(withTypes);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withTypes(value)]));
  const isChoice =
    Array.isArray(schema.enum) &&
    schema.type === undefined &&
    schema.enum.every((choice) => typeof choice === 'string');
  return isChoice ? { type: 'string', ...inner } : inner;
}

const levels = { error: 'error', warning: 'warn', info: 'info', hint: 'info' };
const fromServer = codes
  .filter(({ id }) => adjustableCodes.includes(id) && !catalogue.some((rule) => rule.id === id))
  .map((code) => ({ ...code, level: levels[code.severity] }));
const rules = [...catalogue, ...suppressionRules, ...fromServer].sort((a, b) => (a.id < b.id ? -1 : 1));
const schema = {
  ...base,
  definitions: {
    ...base.definitions,
    setting: setting(),
    rules: {
      description: 'Levels of rules by their ids, or lists of a level and the options of the rule',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.flatMap((rule) => [[rule.id, settingSchema(rule)], ...formerIds(rule)])),
      // Levels for all rules that a glob means.
      // Rules of the config's own have no options.
      patternProperties: { '\\*': level, '^custom/[^*]*$': level },
    },
  },
};

generate('schemas/config.schema.json', `${JSON.stringify(schema, undefined, 2)}\n`);
