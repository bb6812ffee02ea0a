import { defineRule, each } from '@podlint/engine/rule';
import { credentialKind } from './names.js';
import { tokenIn } from './tokens.js';
import { hasUrlPassword, isCredential } from './values.js';

const remedy =
  'Put it into a Secret, refer to that with valueFrom.secretKeyRef, and replace it where it was committed.';
const readers = 'Anyone who can read the manifest, its history or the Pod can use it.';

export default defineRule({
  id: 'env/secret-in-value',
  level: 'warn',
  summary: 'A credential written into the value of an environment variable',
  brief: 'a credential in plain text',
  messages: {
    token: `The value of "{variable}" holds {token}. ${readers} ${remedy}`,
    url: `The address in "{variable}" holds a password. ${readers} ${remedy}`,
    name: `"{variable}" looks like a credential, and its value is in the manifest. ${readers} ${remedy}`,
  },
  container({ value, at }, report) {
    for (const item of each(value.env, at.env)) {
      const { name: variable = '', value: text } = item.value;
      if (!text) continue;
      const token = tokenIn(text);
      const kind = credentialKind(variable);
      if (token) report({ at: item.at.value, message: 'token', data: { variable, token } });
      else if (hasUrlPassword(text)) report({ at: item.at.value, message: 'url', data: { variable } });
      else if (kind && isCredential(kind, text)) report({ at: item.at.value, message: 'name', data: { variable } });
    }
  },
});
