import { bytesOf } from '../../values/bytes.js';
import { says } from '../../values/failures.js';
import { typeOf } from '../../values/type-of.js';
import { Failure, adapted, type List, type Value } from '../../values/value.js';
import { writeBinary, writeDecimal, writeHex, writeOctal, writeString, type Written } from './clauses.js';
import { writeFixed, writeScientific } from './numbers.js';
import { partsOfFormat, type Clause } from './parts.js';

/** `text.format(list)` (ext/formatting.go, parseFormatString) */
export function formatText(text: string, list: List): string | Failure {
  const parts = partsOfFormat(text, list.length);
  if ('problem' in parts) return new Failure(says['bad-format']({ problem: parts.problem }));
  let written = '';
  for (const { before, clause, argument } of parts.clauses) {
    const value = adapted(list[argument]);
    const shown = write(clause, value);
    if (shown === undefined)
      return new Failure(says['bad-format']({ problem: `%${clause.letter} does not take ${typeOf(value).name}` }));
    written += before + shown;
  }
  return written + parts.rest;
}

function write({ letter, precision }: Clause, value: Value): Written {
  switch (letter) {
    case 's':
      return writeString(value);
    case 'd':
      return writeDecimal(value);
    case 'f':
      return writeFixed(value, precision);
    case 'e':
      return writeScientific(value, precision);
    case 'b':
      return writeBinary(value);
    case 'o':
      return writeOctal(value);
    case 'x':
      return writeHex(value, bytesOf);
    case 'X':
      return writeHex(value, bytesOf)?.toUpperCase();
  }
}
