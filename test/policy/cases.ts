import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type {
  AdmissionScenario,
  AdmissionStep,
  CelVariables,
  CustomObjectRequest,
  Decision,
  NamespaceLabels,
  PodSecurityRequest,
  PolicyScenario,
} from 'podlint/policy';

/** The server's answer to an expression, without its words: see import.mjs. */
export interface CelCase {
  readonly id: string;
  readonly expr: string;
  readonly vars?: string;
  readonly type?: string;
  readonly cost?: number;
  readonly result?: unknown;
  /** `[line, column]` of each problem. */
  readonly compile?: readonly (readonly [number, number])[];
  /** It failed while constants were folded: to a user a problem of compiling, to an evaluator one of running. */
  readonly program?: true;
  readonly error?: true;
  readonly budget?: true;
}

export interface PodSecurityCase {
  readonly id: string;
  /** Absent where it is that of the create case with this id. */
  readonly manifest?: object;
  /** Since which version, the checks of baseline that fail, those of restricted. */
  readonly answers: readonly (readonly [string, readonly string[], readonly string[]])[];
}

export interface LabelsCase extends NamespaceLabels {
  readonly id: string;
  readonly policy: Readonly<Record<string, string>>;
  /** `[type, field]` */
  readonly errors?: readonly (readonly [string, string])[];
}

export interface AdmissionCase extends PodSecurityRequest {
  readonly id: string;
  readonly expect: { readonly refused: true } | { readonly allowed: boolean; readonly warnings: number };
}

/** The server's verdict without its words; errors as `[type, field]`. */
export interface RecordedVerdict {
  readonly verdict: string;
  readonly unknown?: readonly string[];
  readonly errors?: readonly (readonly [string, string])[];
  readonly effective?: object;
}

export interface DefinitionCase {
  readonly id: string;
  readonly manifest: object;
  readonly expect: RecordedVerdict;
}

export interface CustomObjectCase extends Omit<CustomObjectRequest, 'definition'> {
  readonly id: string;
  /** The id of the definition's case. */
  readonly crd: string;
  readonly expect: RecordedVerdict;
}

type RecordedErrors = readonly (readonly [type: string, field: string])[];

export interface RecordedRefusal {
  readonly name: string;
  readonly errors?: RecordedErrors;
}

/** What a policy and a binding decide, with the number of what they say instead of the words. */
export interface RecordedDecision extends Pick<Decision, 'policy' | 'binding' | 'matches' | 'reason' | 'code'> {
  readonly denied: boolean;
  readonly failures: number;
  readonly warnings: number;
  /** The keys of the annotations. */
  readonly audit: readonly string[];
}

export interface PoliciesCase extends PolicyScenario {
  readonly id: string;
  readonly policyErrors?: readonly RecordedRefusal[];
  readonly bindingErrors?: readonly RecordedRefusal[];
  readonly expect: readonly { readonly allowed: boolean; readonly decisions: readonly RecordedDecision[] }[];
}

export interface RecordedStep extends Omit<AdmissionStep, 'refused'> {
  readonly refused?: { readonly plugin: string; readonly code: number; readonly fields?: RecordedErrors };
}

export interface ChainCase extends AdmissionScenario {
  readonly id: string;
  readonly expect: readonly RecordedStep[];
}

const data = path.resolve(import.meta.dirname, '../../policy/data');

function unpacked(name: string): string {
  return gunzipSync(readFileSync(path.join(data, name))).toString();
}

/** Every record of a file of recorded answers. */
export function readCases<Case>(name: string): Case[] {
  return unpacked(`${name}.jsonl.gz`)
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
}

export function readVariables(): Readonly<Record<string, CelVariables | undefined>> {
  return JSON.parse(unpacked('cel-variables.json.gz')) as Record<string, CelVariables>;
}
