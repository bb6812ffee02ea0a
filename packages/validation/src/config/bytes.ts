/** The number of bytes that base64 text stands for. */
export function base64Bytes(text: string): number {
  return Math.floor((text.replace(/[\r\n=]/g, '').length * 3) / 4);
}

/** The bytes of a text, each as one character. */
export function utf8(text: string): string {
  const wellFormed = text.replace(/\p{Surrogate}/gu, '\ufffd');
  return encodeURIComponent(wellFormed).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
}
