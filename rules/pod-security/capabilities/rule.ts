import { controlRule } from '../../kit/pod-security/control-rule.js';
import { appended, pathOf, type FixProposal } from '@podlint/engine/rule';
import { unsafe, type Violated } from '../../kit/pod-security/violated.js';

export default controlRule({
  id: 'pod-security/capabilities',
  summary: 'Capabilities beyond those of a level',
  brief: 'capabilities beyond the level',
  outranks: ['security/dangerous-capabilities', 'security/drop-all', 'security/net-raw'],
  demand:
    'Baseline allows to add only what runtimes give by default; restricted asks to drop ALL and allows to add only NET_BIND_SERVICE.',
  mend: mended,
});

function mended(violated: Violated): FixProposal | undefined {
  if (pathOf(violated.at).segment !== 'drop') return violated.removed();
  const dropped = violated.container?.value.securityContext?.capabilities?.drop;
  return unsafe(`Add ALL to ${violated.name}`, appended(violated.at, dropped, 'ALL'));
}
