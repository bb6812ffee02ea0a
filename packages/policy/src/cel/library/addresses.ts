import { declare, method, overload, type FunctionDeclaration, type Library } from '../environment.js';
import { boolType, intType, opaqueType, stringType } from '../types.js';
import { noSuchOverload, says } from '../values/failures.js';
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
import {
  containsAddress,
  containsPrefix,
  masked,
  parsePrefix,
  prefixText,
  samePrefix,
  type Prefix,
} from './net/prefix.js';
import { typed } from './typed.js';

const ipType = opaqueType('net.IP');
const cidrType = opaqueType('net.CIDR');

class IpValue extends Opaque {
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

class CidrValue extends Opaque {
  override readonly type = cidrType;

  constructor(readonly prefix: Prefix) {
    super();
  }

  override get identity(): string {
    return `cidr ${this.toString()}`;
  }

  override get size(): number {
    return Math.ceil(this.prefix.bits / 8);
  }

  override equals(other: Value): boolean | undefined {
    return other instanceof CidrValue ? samePrefix(this.prefix, other.prefix) : undefined;
  }

  override toString(): string {
    return prefixText(this.prefix);
  }
}

/** Neither zones nor IPv4 addresses in the clothes of IPv6 (parseIPAddr). */
function parseIp(text: string): Address | undefined {
  const address = parseAddress(text);
  return address && address.zone === '' && !isMapped(address) ? address : undefined;
}

function toIp(text: string): IpValue | Failure {
  const address = parseIp(text);
  return address ? new IpValue(address) : new Failure(says.parse({ text, what: 'IP address' }));
}

function parseCidr(text: string): Prefix | undefined {
  const prefix = parsePrefix(text);
  return prefix && !isMapped(prefix.address) ? prefix : undefined;
}

function toCidr(text: string): CidrValue | Failure {
  const prefix = parseCidr(text);
  return prefix ? new CidrValue(prefix) : new Failure(says.parse({ text, what: 'CIDR' }));
}

function isCanonical(text: string): boolean | Failure {
  const ip = toIp(text);
  return ip instanceof Failure ? ip : ip.toString() === text;
}

function containsIp({ prefix }: CidrValue, other: string | IpValue): boolean | Failure {
  const ip = typeof other === 'string' ? toIp(other) : other;
  return ip instanceof IpValue ? containsAddress(prefix, ip.address) : noSuchOverload;
}

function containsCidr({ prefix }: CidrValue, other: string | CidrValue): boolean | Failure {
  const cidr = typeof other === 'string' ? toCidr(other) : other;
  return cidr instanceof CidrValue ? containsPrefix(prefix, cidr.prefix) : cidr;
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

/** apiserver/pkg/cel/library/cidr.go */
export const cidrLibrary: Library = {
  types: [cidrType],
  functions: [
    declare('cidr', overload('string_to_cidr', [stringType], cidrType, typed(toCidr))),
    declare(
      'containsIP',
      method('cidr_contains_ip_string', [cidrType, stringType], boolType, typed(containsIp)),
      method('cidr_contains_ip_ip', [cidrType, ipType], boolType, typed(containsIp)),
    ),
    declare(
      'containsCIDR',
      method('cidr_contains_cidr_string', [cidrType, stringType], boolType, typed(containsCidr)),
      method('cidr_contains_cidr', [cidrType, cidrType], boolType, typed(containsCidr)),
    ),
    declare(
      'ip',
      method(
        'cidr_ip',
        [cidrType],
        ipType,
        typed(({ prefix }: CidrValue) => new IpValue(prefix.address)),
      ),
    ),
    declare(
      'prefixLength',
      method(
        'cidr_prefix_length',
        [cidrType],
        intType,
        typed(({ prefix }: CidrValue) => prefix.bits),
      ),
    ),
    declare(
      'masked',
      method(
        'cidr_masked',
        [cidrType],
        cidrType,
        typed(({ prefix }: CidrValue) => new CidrValue(masked(prefix))),
      ),
    ),
    declare(
      'isCIDR',
      overload(
        'is_cidr',
        [stringType],
        boolType,
        typed((text: string) => parseCidr(text) !== undefined),
      ),
    ),
    declare('string', overload('cidr_to_string', [cidrType], stringType, String)),
  ],
};
