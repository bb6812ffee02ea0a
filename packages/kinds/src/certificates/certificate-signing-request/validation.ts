import { defineMessages } from '@podlint/messages';
import { type Decoded, FieldPath, type certificates } from '@podlint/model';
import {
  type Context,
  FirstUses,
  type ObjectMeta,
  dropField,
  pathSegmentNameProblem,
  pathSegmentProblem,
  related,
  takeFields,
  validateSignerName,
} from '@podlint/validation';
import type { Strategy } from '../../strategy.js';
import { requestProblem } from './request.js';

const says = defineMessages('certificate-signing-request', {
  requester: 'The server fills in who made the request, whatever the manifest says. Remove the field.',
  'invalid-name': '"{name}" cannot be the name of an object: {problem}.',
  'invalid-request':
    'The request cannot be read: {problem}. Set it to the base64 of a PEM file, as "openssl req -new" writes it.',
  'no-usages': 'usages is not set. It says what the certificate is for. List usages, such as "client auth".',
  'usage-twice': '"{usage}" is listed twice. Remove one.',
  'legacy-signer': '"{signer}" is for certificates.k8s.io/v1beta1 only. Name another signer.',
  'too-short': 'A certificate for {seconds} s is not given out. Use {limit} or more.',
});

type CertificateSigningRequest = Decoded<certificates.CertificateSigningRequest>;
type RequestSpec = Decoded<certificates.CertificateSigningRequestSpec>;

const specPath = FieldPath.root.child('spec');
const requesterFields = ['username', 'uid', 'groups', 'extra'] as const;
const legacySigner = 'kubernetes.io/legacy-unknown';
const minSeconds = 600;
/** allValidUsages, pkg/apis/certificates/validation. */
const knownUsages = [
  'client auth',
  'server auth',
  'digital signature',
  'key encipherment',
  'signing',
  'content commitment',
  'key agreement',
  'data encipherment',
  'cert sign',
  'crl sign',
  'encipher only',
  'decipher only',
  'any',
  'code signing',
  'email protection',
  's/mime',
  'ipsec end system',
  'ipsec tunnel',
  'ipsec user',
  'timestamping',
  'ocsp signing',
  'microsoft sgc',
  'netscape sgc',
];

/** pkg/registry/certificates/certificates/strategy.go, and validation in pkg/apis/certificates/validation. */
export const certificateSigningRequestStrategy: Strategy<CertificateSigningRequest> = {
  // ValidateCertificateRequestName takes any name; what no object can be called is found at the end.
  nameProblem: () => undefined,
  prepareForCreate({ spec = {} }, context) {
    for (const field of requesterFields) dropField(spec, field, specPath, says.requester, context);
  },
  validateCreate({ metadata = {}, spec = {} }, context) {
    validateSpec(spec, context);
    if (context.report.errors.length === 0) validateNames(metadata, context);
  },
  prepareForUpdate(request, old) {
    takeFields(request, old, 'spec', 'status');
  },
  // What an update says in its spec does not count, so only its metadata can be wrong.
  validateUpdate() {},
};

/** What holds for every kind (ValidateObjectMetaAccessor, called by rest.BeforeCreate). */
function validateNames({ name = '', generateName = '' }: ObjectMeta, { report }: Context): void {
  const path = FieldPath.root.child('metadata');
  const problem = pathSegmentNameProblem(name);
  if (problem) report.invalid(path.child('name'), says['invalid-name']({ name, problem }));
  const prefixProblem = pathSegmentProblem(generateName);
  if (prefixProblem)
    report.invalid(path.child('generateName'), says['invalid-name']({ name: generateName, problem: prefixProblem }));
}

/** validateCertificateSigningRequest. */
function validateSpec(spec: RequestSpec, context: Context): void {
  const { request = '', signerName = '', usages = [], expirationSeconds: seconds } = spec;
  const { report } = context;
  const problem = requestProblem(request);
  if (problem) report.invalid(specPath.child('request'), says['invalid-request']({ problem }));
  validateUsages(usages, specPath.child('usages'), context);
  if (signerName === legacySigner)
    report.invalid(specPath.child('signerName'), says['legacy-signer']({ signer: signerName }));
  else validateSignerName(signerName, specPath.child('signerName'), context);
  if (seconds !== undefined && seconds < minSeconds)
    report.invalid(specPath.child('expirationSeconds'), says['too-short']({ seconds, limit: minSeconds }));
}

function validateUsages(usages: readonly string[], path: FieldPath, { report }: Context): void {
  if (usages.length === 0) report.required(path, says['no-usages']());
  const uses = new FirstUses<number>();
  usages.forEach((usage, i) => {
    if (!knownUsages.includes(usage)) report.notSupported(path.index(i), usage, knownUsages);
    const first = uses.record(usage, i);
    if (first !== undefined)
      report.duplicate(path.index(i), says['usage-twice']({ usage }), {
        related: [{ field: path.index(first), message: related['first-one']() }],
      });
  });
}
