import { declare, method, overload, type Library } from '../environment.js';
import { boolType, intType, opaqueType, stringType } from '../types.js';
import { noSuchOverload, says } from '../values/failures.js';
import { Failure, Opaque, type Value } from '../values/value.js';
import { IpValue, ipType, toIp } from './ip.js';
import { isMapped } from './net/address.js';
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

const cidrType = opaqueType('net.CIDR');

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

function parseCidr(text: string): Prefix | undefined {
  const prefix = parsePrefix(text);
  return prefix && !isMapped(prefix.address) ? prefix : undefined;
}

function toCidr(text: string): CidrValue | Failure {
  const prefix = parseCidr(text);
  return prefix ? new CidrValue(prefix) : new Failure(says.parse({ text, what: 'CIDR' }));
}

function containsIp({ prefix }: CidrValue, other: string | IpValue): boolean | Failure {
  const ip = typeof other === 'string' ? toIp(other) : other;
  return ip instanceof IpValue ? containsAddress(prefix, ip.address) : noSuchOverload;
}

function containsCidr({ prefix }: CidrValue, other: string | CidrValue): boolean | Failure {
  const cidr = typeof other === 'string' ? toCidr(other) : other;
  return cidr instanceof CidrValue ? containsPrefix(prefix, cidr.prefix) : cidr;
}

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
