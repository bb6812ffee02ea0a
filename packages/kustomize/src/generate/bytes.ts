// In browsers and in Node, but in no library of TypeScript's that this package uses.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const encoder = new TextEncoder();

export function utf8Bytes(text: string): Uint8Array {
  return encoder.encode(text);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const lineLength = 70;

/** Standard base64; in lines, the last one with a break too, where it is longer than one (datamap.go, encodeBase64). */
export function base64Lines(bytes: Uint8Array): string {
  const text = base64(bytes);
  return text.length < lineLength ? text : text.replace(/.{1,70}/g, '$&\n');
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | (b << 8) | c;
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(bits >> shift) & 63]!);
    const count = Math.min(bytes.length - i, 3) + 1;
    parts.push(letters.slice(0, count).join('').padEnd(4, '='));
  }
  return parts.join('');
}
