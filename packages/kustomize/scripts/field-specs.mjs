import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '../../syntax/dist/index.js';
import { header, literal } from './header.mjs';

const folder = 'internal/konfig/builtinpluginconsts';

/** The paths that transformers write to, follow and look for when no configuration says more. */
export function fieldSpecFile(api, version) {
  const tables = Object.assign({}, ...defaultTexts(path.join(api, folder)).map((text) => readYaml(text)[0].json));
  const { nameReference, ...plain } = tables;
  const lists = Object.entries(plain).map(([name, rows]) => `  ${name}: [\n${rowLines(rows, 4)}  ],\n`);
  return (
    header(`sigs.k8s.io/kustomize/api/${folder}`, version) +
    "import type { BackReference, FieldSpec } from '../config/field-spec.js';\n\n" +
    `export const fieldSpecTable = {\n${lists.join('')}} satisfies Record<string, readonly FieldSpec[]>;\n\n` +
    `export const nameReferenceTable: readonly BackReference[] = [\n${nameReference.map(reference).join('')}];\n`
  );
}

function reference({ fieldSpecs, ...target }) {
  return `  {\n    target: ${literal(target)},\n    referrers: [\n${rowLines(fieldSpecs, 6)}    ],\n  },\n`;
}

function rowLines(rows, indent) {
  return rows.map((row) => `${' '.repeat(indent)}${literal(row)},\n`).join('');
}

/** The texts that GetDefaultFieldSpecs joins (defaultconfig.go), in its order. */
function defaultTexts(directory) {
  const sources = readdirSync(directory).map((file) => readFileSync(path.join(directory, file), 'utf8'));
  const constants = new Map(
    sources.flatMap((source) =>
      [...source.matchAll(/(\w+)\s*=\s*((?:`[^`]*`|\w+)(?:\s*\+\s*(?:`[^`]*`|\w+))*)/g)].map((match) => [
        match[1],
        match[2],
      ]),
    ),
  );
  const order = sources.find((source) => source.includes('func GetDefaultFieldSpecs()'));
  const names = [...order.split('bytes.Join')[0].matchAll(/\[\]byte\((\w+)\)/g)].map((match) => match[1]);
  const textOf = (expression) =>
    [...expression.matchAll(/`([^`]*)`|(\w+)/g)].map(([, text, name]) => text ?? textOf(constants.get(name))).join('');
  return names.map((name) => textOf(constants.get(name)));
}
