/**
 * One line with its break, and neither blanks nor control characters in it: what a person types, or a program draws.
 */
const singleLine = /^[!-~\x80-\uffff]+\r?\n$/;
/** Keys that name files, whose last line is to end in a break: `htpasswd`, `tls.crt`. */
const fileName =
  /\.|^(?:auth|htpasswd|users|known_hosts|authorized_keys|hosts|id_\w+|ssh-\w+|netrc|pgpass|config|ca|cert(?:ificate)?)$/i;
/** Documents of one line, settings, public keys and entries of password files, all of which may end in a break. */
const fileContent = /^(?:[{[<#%-]|ssh-|ecdsa-|[\w.-]+\s*[=:])/;

/** Whether the value under a key is a single word with a break behind it that nobody has asked for. */
export function isLineTooMuch(key: string, text: () => string): boolean {
  if (fileName.test(key)) return false;
  const value = text();
  return value.endsWith('\n') && singleLine.test(value) && !fileContent.test(value);
}
