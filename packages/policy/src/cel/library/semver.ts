import { declare, method, overload, type FunctionDeclaration, type Library } from '../environment.js';
import { boolType, intType, stringType } from '../types.js';
import { says } from '../values/failures.js';
import { intOf } from '../values/int.js';
import { Failure, type Int } from '../values/value.js';
import { SemverValue, semverType } from './semver/semver-value.js';
import { compareVersions, parseNormalized, parseVersion, type Version } from './semver/version.js';
import { typed } from './typed.js';

function parse(text: string, normalize = false): Version | undefined {
  return normalize ? parseNormalized(text) : parseVersion(text);
}

function toSemver(text: string, normalize?: boolean): SemverValue | Failure {
  const version = parse(text, normalize);
  return version ? new SemverValue(version) : new Failure(says.parse({ text, what: 'version' }));
}

const isSemver = (text: string, normalize?: boolean): boolean => parse(text, normalize) !== undefined;

const compare = (a: SemverValue, b: SemverValue): number => compareVersions(a.version, b.version);

/** Go cuts a uint64 to an int64. */
const number = (value: bigint): Int | Failure => intOf(BigInt.asIntN(64, value));

const pair = [semverType, semverType];

const functions: readonly FunctionDeclaration[] = [
  declare(
    'semver',
    overload(
      'string_to_semver',
      [stringType],
      semverType,
      typed((text: string) => toSemver(text)),
    ),
    overload('string_bool_to_semver', [stringType, boolType], semverType, typed(toSemver)),
  ),
  declare(
    'isSemver',
    overload(
      'is_semver_string',
      [stringType],
      boolType,
      typed((text: string) => isSemver(text)),
    ),
    overload('is_semver_string_bool', [stringType, boolType], boolType, typed(isSemver)),
  ),
  declare(
    'isGreaterThan',
    method(
      'semver_is_greater_than',
      pair,
      boolType,
      typed((a: SemverValue, b: SemverValue) => compare(a, b) > 0),
    ),
  ),
  declare(
    'isLessThan',
    method(
      'semver_is_less_than',
      pair,
      boolType,
      typed((a: SemverValue, b: SemverValue) => compare(a, b) < 0),
    ),
  ),
  declare('compareTo', method('semver_compare_to', pair, intType, typed(compare))),
  declare(
    'major',
    method(
      'semver_major',
      [semverType],
      intType,
      typed(({ version }: SemverValue) => number(version.major)),
    ),
  ),
  declare(
    'minor',
    method(
      'semver_minor',
      [semverType],
      intType,
      typed(({ version }: SemverValue) => number(version.minor)),
    ),
  ),
  declare(
    'patch',
    method(
      'semver_patch',
      [semverType],
      intType,
      typed(({ version }: SemverValue) => number(version.patch)),
    ),
  ),
];

/** apiserver/pkg/cel/library/semverlib.go, version 1 */
export const semverLibrary: Library = { functions };
