const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const group = /^[0-9a-fA-F]{1,4}$/;

/** The family of an IP address as a hosts file takes it; undefined for any other text. */
export function addressFamily(text: string): 'IPv4' | 'IPv6' | undefined {
  if (isIPv4(text)) return 'IPv4';
  return groupsOf(text) ? 'IPv6' : undefined;
}

/** One text for every way to write an address. */
export function canonicalAddress(address: string): string {
  return (
    groupsOf(address)
      ?.map((value) => Number.parseInt(value, 16))
      .join(':') ?? address
  );
}

/** Whether an address never leaves the Pod's network namespace. */
export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || canonicalAddress(address) === '0:0:0:0:0:0:0:1';
}

function isIPv4(text: string): boolean {
  return ipv4.test(text) && text.split('.').every((part) => Number(part) <= 255);
}

/**
 * The eight groups of an IPv6 address; `::` stands for as many zeros as are missing, and IPv4 may stand for the last
 * two (RFC 4291, 2.2).
 */
function groupsOf(text: string): readonly string[] | undefined {
  if (!text.includes(':')) return undefined;
  const [head = [], tail, more] = text
    .split('::')
    .map((half) => (half === '' ? [] : half.split(':').flatMap(hexadecimal)));
  const zeros = tail ? 8 - head.length - tail.length : 0;
  if (more || zeros < (tail ? 1 : 0)) return undefined;
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...(tail ?? [])];
  return groups.length === 8 && groups.every((value) => group.test(value)) ? groups : undefined;
}

function hexadecimal(part: string): string[] {
  if (!isIPv4(part)) return [part];
  const [a = 0, b = 0, c = 0, d = 0] = part.split('.').map(Number);
  return [(a * 256 + b).toString(16), (c * 256 + d).toString(16)];
}
