import type { Safety, Verdict } from 'podlint';

export interface ExpectedFinding {
  readonly line: number;
  /** The text that is underlined. */
  readonly at: string;
  readonly code: string;
  readonly fix?: Safety;
}

export interface Expectation {
  /** Per document what the server of the newest version says, or why podlint does not ask it. */
  readonly outcome: readonly (Verdict | 'another kind' | 'fragment')[];
  /** In the order of the text. */
  readonly findings?: readonly ExpectedFinding[];
  /** What the server says after the safe fixes, where it is something else. */
  readonly outcomeAfterFixes?: Expectation['outcome'];
  /** What is found after the safe fixes; without it, what had no safe fix. */
  readonly afterFixes?: readonly ExpectedFinding[];
}

const good: Expectation = { outcome: ['accept'] };

/** An object that ends at a line of dots: what follows, the rest of its spec, is not read. */
const cutOff = (firstLine: number): Expectation => ({
  outcome: ['reject'],
  findings: [
    { line: firstLine, at: 'apiVersion', code: 'api/required' },
    { line: firstLine, at: 'apiVersion', code: 'api/required' },
    { line: firstLine + 2, at: '...', code: 'syntax/ignored-text', fix: 'unsafe' },
  ],
});

const dots = (line: number, at = '...'): ExpectedFinding => ({ line, at, code: 'syntax/left-out', fix: 'unsafe' });

/**
 * Every sample of YAML in the study notes, byte for byte, by the number of its note and its position there. (Note 000
 * has none.) What the findings rest on was read off the API server's own reader, decoder and validation.
 */
export const expectations: Readonly<Record<string, Expectation>> = {
  '001-01-deployment-indented-with-tabs': {
    outcome: ['undecodable'],
    outcomeAfterFixes: ['accept'],
    findings: [{ line: 8, at: '\t', code: 'schema/list-indent', fix: 'safe' }],
  },
  '001-02-fragment-new-image-with-tabs': {
    outcome: ['undecodable'],
    findings: [dots(1), { line: 2, at: '\t', code: 'schema/list-indent', fix: 'safe' }],
  },
  '001-03-deployment-empty-dir': good,
  '001-04-fragment-hostpath-lower-case': {
    outcome: ['undecodable'],
    findings: [dots(1), { line: 4, at: 'hostpath', code: 'schema/unknown-field', fix: 'safe' }],
  },
  '001-05-pod-host-path-beside-volume': {
    outcome: ['reject'],
    outcomeAfterFixes: ['accept'],
    findings: [{ line: 9, at: 'hostPath', code: 'schema/misplaced-field', fix: 'safe' }],
  },
  '001-06-pod-init-container': good,
  '001-07-fragment-node-selector': cutOff(1),
  '001-08-fragment-host-aliases': cutOff(1),
  '001-09-pod-share-process-namespace': good,
  '001-10-pod-host-namespaces': good,
  '001-11-pod-lifecycle-hooks': good,
  '001-12-secret': good,
  '001-13-pod-projected-secrets': good,
  '001-14-config-map-printed-with-dots': { outcome: ['undecodable'], findings: [dots(10, '......')] },
  '001-15-pod-downward-api-volume': good,
  '001-16-pod-exec-liveness': good,
  '001-17-fragment-two-liveness-probes': {
    outcome: ['fragment'],
    findings: [{ line: 11, at: 'livenessProbe', code: 'schema/duplicate-key', fix: 'unsafe' }],
  },
  '001-18-pod-website': good,
  '001-19-pod-preset': { outcome: ['another kind'] },
  '001-20-pod-printed-after-preset': good,
  '002-01-pod-api-server-with-dots': {
    outcome: ['undecodable'],
    findings: [dots(20), { line: 26, at: '...', code: 'schema/wrong-type' }, dots(35), dots(43)],
  },
  '002-02-kubeadm-configuration-with-dots': {
    outcome: ['undecodable'],
    findings: [dots(8), dots(17), dots(21), dots(28)],
  },
  '002-03-pod-host-path': good,
  '002-04-pod-init-container': good,
  '002-05-fragment-node-selector': cutOff(2),
  '002-06-fragment-host-aliases': cutOff(2),
  '002-07-pod-share-process-namespace': good,
  '002-08-pod-host-namespaces': good,
  '002-09-pod-lifecycle-hooks': good,
  '002-10-pod-projected-secrets': good,
  '002-11-secret': good,
  '002-12-config-map-printed-with-dots': { outcome: ['undecodable'], findings: [dots(11)] },
  '002-13-pod-projected-downward-api': good,
  '002-14-pod-exec-liveness': good,
  '003-01-pod-nginx': good,
  '003-02-job': good,
  '003-03-pod-readiness-gates-cut-in-two': {
    outcome: ['undecodable', 'undecodable'],
    findings: [
      { line: 1, at: 'kind', code: 'schema/missing-api-version', fix: 'safe' },
      { line: 3, at: 'spec', code: 'schema/missing-api-version' },
      { line: 3, at: 'spec', code: 'schema/missing-kind' },
    ],
    outcomeAfterFixes: ['reject', 'undecodable'],
    // With its apiVersion the first document can be read, and turns out to be empty.
    afterFixes: [
      { line: 1, at: 'apiVersion', code: 'api/required' },
      { line: 1, at: 'apiVersion', code: 'api/required' },
      { line: 4, at: 'spec', code: 'schema/missing-api-version' },
      { line: 4, at: 'spec', code: 'schema/missing-kind' },
    ],
  },
  '004-01-pod-exec-liveness': good,
  '004-02-fragment-delay-inside-http-get': {
    outcome: ['undecodable'],
    findings: [
      dots(1),
      { line: 9, at: 'initialDelaySeconds', code: 'schema/misplaced-field', fix: 'safe' },
      { line: 10, at: 'periodSeconds', code: 'schema/misplaced-field', fix: 'safe' },
    ],
  },
  '004-03-fragment-tcp-liveness': { outcome: ['undecodable'], findings: [dots(1)] },
};
