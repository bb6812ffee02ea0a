/**
 * What the name of a variable says its value is. People choose passwords, so these may be anything; the others are made
 * by programs, and names that end in `SECRET` or `TOKEN` may also stand for the name of an object.
 */
export type CredentialKind = 'password' | 'secret' | 'token';

const maybeCredential = /pass|pwd|secret|token|key/i;
const wordLimit = /([a-z\d])([A-Z])/g;

/** Words that make a key one that has to be kept secret; `PARTITION_KEY` and `PUBLIC_KEY` are none. */
const secretKeys: ReadonlySet<string> = new Set([
  'account',
  'api',
  'app',
  'auth',
  'encryption',
  'jwt',
  'license',
  'master',
  'private',
  'secret',
  'session',
  'shared',
  'signing',
  'ssh',
  'storage',
]);
/** Behind one of these the value is rather the name of a Secret. */
const kindsOfSecrets: ReadonlySet<string> = new Set(['tls', 'cert', 'certificate', 'ca', 'image', 'pull']);

/** The last word says what it is: `TOKEN_PATH` is a path. */
export function credentialKind(name: string): CredentialKind | undefined {
  if (!maybeCredential.test(name)) return undefined;
  const words = name
    .replace(wordLimit, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .map((word) => word.replace(/(?<!\d)\d+$/, ''))
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.includes('public')) return undefined;
  if (/(?:password|passwd|passphrase)$/.test(last) || (words.length > 1 && (last === 'pass' || last === 'pwd')))
    return 'password';
  if (last.endsWith('secret')) return words.some((word) => kindsOfSecrets.has(word)) ? undefined : 'secret';
  if (last.endsWith('token') || last.endsWith('apikey') || last.endsWith('secretkey')) return 'token';
  // An access key without the word "secret" is the name that goes with one.
  const isSecretKey = secretKeys.has(words.at(-2) ?? '') || (words.at(-2) === 'access' && words.includes('secret'));
  return last === 'key' && isSecretKey ? 'token' : undefined;
}
