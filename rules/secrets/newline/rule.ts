import { defineRule, entries } from '@podlint/engine/rule';
import { decodeBase64, type core } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import { isLineTooMuch } from './line.js';

/** Longer ones are files. */
const longestEncoded = 1400;

export default defineRule({
  id: 'secrets/newline',
  level: 'warn',
  summary: 'A value of a Secret that ends in a newline by mistake',
  brief: 'value ends in a newline',
  messages: {
    encoded:
      'The value of "{key}" ends in a newline. The program echo adds one unless it is called with -n, and a program that compares or sends the value uses another password or token. Encode it again with printf or echo -n, or write it in plain under stringData.',
    plain:
      'The value of "{key}" ends in a newline. A block that begins with "|" keeps it, and a program that compares or sends the value uses another password or token. Begin the block with "|-", or write the value on the line of its key.',
  },
  object(object, report) {
    if (object.kind.kind !== 'Secret') return;
    const { value, at } = typed<core.Secret>(object);
    const { data, stringData = {} } = value;
    for (const { key, value: encoded, at: field } of entries(data, at.data)) {
      // stringData is written over data.
      if (
        !Object.hasOwn(stringData, key) &&
        encoded.length <= longestEncoded &&
        isLineTooMuch(key, () => decodeBase64(encoded))
      )
        report({ at: field, message: 'encoded', data: { key } });
    }
    for (const { key, value: text, at: field } of entries(stringData, at.stringData))
      if (isLineTooMuch(key, () => text)) report({ at: field, message: 'plain', data: { key } });
  },
});
