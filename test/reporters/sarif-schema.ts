import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';

/**
 * The schema of OASIS, as Microsoft's package ships it. It is of draft 4, of which it uses nothing that later drafts
 * changed.
 */
function officialSchema(): (log: unknown) => string[] {
  const main = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
  const {
    $schema: _draft,
    id: _id,
    ...schema
  } = JSON.parse(readFileSync(path.join(path.dirname(main), 'schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const uriReference = /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\dA-Fa-f]{2})*$/;
  const validate = new Ajv({
    strict: false,
    allErrors: true,
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text), 'uri-reference': uriReference, 'date-time': true },
  }).compile(schema);
  return (log) =>
    validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** What keeps a log from being SARIF. */
export const isSarif = officialSchema();
