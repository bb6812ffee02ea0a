import { declare, method, overload, type FunctionDeclaration, type Library } from '../environment.js';
import { boolType, intType, opaqueType, stringType } from '../types.js';
import { says } from '../values/failures.js';
import { Failure, Opaque, type Value } from '../values/value.js';
import {
  addressText,
  bitsOf,
  isGlobalUnicast,
  isLinkLocalMulticast,
  isLinkLocalUnicast,
  isLoopback,
  isMapped,
  isUnspecified,
  parseAddress,
  sameAddress,
  type Address,
} from './net/address.js';
import { typed } from './typed.js';

export const ipType = opaqueType('net.IP');

export class IpValue extends Opaque {
  override readonly type = ipType;

  constructor(readonly address: Address) {
    super();
  }

  override get identity(): string {
    return `ip ${this.toString()}`;
  }

  override get size(): number {
    return bitsOf(this.address) / 8;
  }

  override equals(other: Value): boolean | undefined {
    return other instanceof IpValue ? sameAddress(this.address, other.address) : undefined;
  }

  override toString(): string {
    return addressText(this.address);
  }
}

/** Neither zones nor IPv4 addresses in the clothes of IPv6 (parseIPAddr). */
function parseIp(text: string): Address | undefined {
  const address = parseAddress(text);
  return address && address.zone === '' && !isMapped(address) ? address : undefined;
}

export function toIp(text: string): IpValue | Failure {
  const address = parseIp(text);
  return address ? new IpValue(address) : new Failure(says.parse({ text, what: 'IP address' }));
}

function isCanonical(text: string): boolean | Failure {
  const ip = toIp(text);
  return ip instanceof Failure ? ip : ip.toString() === text;
}

const ofAddress = (name: string, id: string, test: (address: Address) => boolean): FunctionDeclaration =>
  declare(
    name,
    method(
      id,
      [ipType],
      boolType,
      typed(({ address }: IpValue) => test(address)),
    ),
  );

/** apiserver/pkg/cel/library/ip.go */
export const ipLibrary: Library = {
  types: [ipType],
  functions: [
    declare('ip', overload('string_to_ip', [stringType], ipType, typed(toIp))),
    declare(
      'family',
      method(
        'ip_family',
        [ipType],
        intType,
        typed(({ address }: IpValue) => address.family),
      ),
    ),
    declare('ip.isCanonical', overload('ip_is_canonical', [stringType], boolType, typed(isCanonical))),
    ofAddress('isUnspecified', 'ip_is_unspecified', isUnspecified),
    ofAddress('isLoopback', 'ip_is_loopback', isLoopback),
    ofAddress('isLinkLocalMulticast', 'ip_is_link_local_multicast', isLinkLocalMulticast),
    ofAddress('isLinkLocalUnicast', 'ip_is_link_local_unicast', isLinkLocalUnicast),
    ofAddress('isGlobalUnicast', 'ip_is_global_unicast', isGlobalUnicast),
    declare(
      'isIP',
      overload(
        'is_ip',
        [stringType],
        boolType,
        typed((text: string) => parseIp(text) !== undefined),
      ),
    ),
    declare('string', overload('ip_to_string', [ipType], stringType, String)),
  ],
};
