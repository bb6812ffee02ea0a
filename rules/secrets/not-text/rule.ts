import { defineRule, entries } from '@podlint/engine/rule';
import { decodeBase64, type core } from '@podlint/model';
import { typed } from '../../kit/typed.js';

export default defineRule({
  id: 'secrets/not-text',
  level: 'info',
  summary: 'A value of a Secret that decodes to no text, though its key names one',
  brief: 'value is no text',
  messages: {
    bytes:
      'The value of "{key}" decodes to bytes that are not text. It may be plain text that is base64 by chance. Put plain text under stringData, or encode it.',
  },
  object(object, report) {
    if (object.kind.kind !== 'Secret') return;
    const { value, at } = typed<core.Secret>(object);
    const { data, stringData = {} } = value;
    for (const { key, value: encoded, at: field } of entries(data, at.data)) {
      // stringData is written over data.
      if (Object.hasOwn(stringData, key) || !namesText.test(key) || encoded.length > longest) continue;
      if (!isText(decodeBase64(encoded))) report({ at: field, message: 'bytes', data: { key } });
    }
  },
});

/** Longer ones are nobody's plain text by mistake. */
const longest = 1000;
/** Keys whose value somebody types, and files of text. */
const namesText =
  /(?:^|[-_.])(?:user(?:name)?\d*|pass(?:word|phrase|wd)?|login|email|host(?:name)?|url|uri|dsn|domain|database|db(?:name)?|port|endpoint|region|client[-_]?id)$|\.(?:txt|json|ya?ml|conf|cfg|ini|env|properties|pem|crt)$/i;

/** What no text has in it: control characters but for white space and the escape of colours. */
function isControl(code: number): boolean {
  return code < 0x09 || (code > 0x0d && code < 0x20 && code !== 0x1b) || code === 0x7f;
}

/** Whether bytes, each as one character, are UTF-8 (which URLs are written in) without control characters. */
function isText(bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++) if (isControl(bytes.charCodeAt(at))) return false;
  try {
    decodeURIComponent(bytes.replace(/[%\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16)}`));
    return true;
  } catch {
    return false;
  }
}
