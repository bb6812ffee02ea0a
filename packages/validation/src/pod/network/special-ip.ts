import { type Message, defineMessages } from '@podlint/messages';
import { type IpAddress, isIpv4InIpv6, parseIp } from './ip-address.js';

const says = defineMessages('special-ip', {
  unspecified: '"{text}" stands for no address at all. Use one that traffic can be sent to.',
  loopback: '"{text}" is the loopback address, which each machine has for itself. Use one that others can reach.',
  'link-local': '"{text}" is link-local, so it means nothing beyond one network link. Use one that others can reach.',
  multicast: '"{text}" is a link-local multicast address. Use the address of a single host.',
});

/** An address that nothing can be reached at (ValidateEndpointIP, pkg/apis/core/validation/validation.go). */
export function specialIpMessage(text: string): Message | undefined {
  const address = parseIp(text);
  if (!address) return undefined;
  const bytes = ipv4Bytes(address);
  return bytes ? ipv4Message(bytes, text) : ipv6Message(address.parts, text);
}

function ipv4Bytes(address: IpAddress): readonly number[] | undefined {
  if (address.family === 4) return address.parts;
  return isIpv4InIpv6(address) ? address.parts.slice(6).flatMap((part) => [part >> 8, part & 0xff]) : undefined;
}

function ipv4Message(bytes: readonly number[], text: string): Message | undefined {
  const [first, second, third] = bytes;
  if (bytes.every((byte) => byte === 0)) return says.unspecified({ text });
  if (first === 127) return says.loopback({ text });
  if (first === 169 && second === 254) return says['link-local']({ text });
  return first === 224 && second === 0 && third === 0 ? says.multicast({ text }) : undefined;
}

function ipv6Message(parts: readonly number[], text: string): Message | undefined {
  const first = parts[0] ?? 0;
  if (parts.slice(0, -1).every((part) => part === 0)) {
    if (parts.at(-1) === 0) return says.unspecified({ text });
    if (parts.at(-1) === 1) return says.loopback({ text });
  }
  if ((first & 0xffc0) === 0xfe80) return says['link-local']({ text });
  return (first & 0xff0f) === 0xff02 ? says.multicast({ text }) : undefined;
}
