import assert from 'node:assert/strict';
import { test } from 'node:test';
import { storedForm, validateCreate } from '@podlint/kinds';
import { findKindByName } from '@podlint/model';
import { type Case, type Fields, remarks, testCreate, testUpdate } from './kind-cases.js';

const port = { port: 80 };
const spec = (fields: Fields): Fields => ({ spec: { selector: { a: 'b' }, ports: [port], ...fields } });
const ports = (...list: readonly Fields[]): Fields => spec({ ports: list });
const annotated = (annotations: Fields, fields: Fields = {}): Fields => ({
  ...spec(fields),
  metadata: { name: 'a', annotations },
});
const ranges = 'service.beta.kubernetes.io/load-balancer-source-ranges';

const names: readonly Case[] = [
  [{ metadata: { name: '1a' } }, []],
  [{ metadata: { name: '1a' } }, ['Invalid metadata.name'], 35],
  [{ metadata: { name: 'a.b' } }, ['Invalid metadata.name']],
];

testCreate('Service', spec({}), {
  names,
  'the ports': [
    [ports(), ['Required spec.ports']],
    [spec({ clusterIP: 'None', ports: [] }), []],
    [ports({ port: 0 }), ['Invalid spec.ports[0].port', 'Invalid spec.ports[0].targetPort']],
    [ports({ port: 65_536, targetPort: 1 }), ['Invalid spec.ports[0].port']],
    [ports({ port: 1, protocol: 'ICMP' }), ['NotSupported spec.ports[0].protocol']],
    [ports({ port: 1, targetPort: 'http' }), []],
    [ports({ port: 1, targetPort: 'HTTP' }), ['Invalid spec.ports[0].targetPort']],
    [ports({ port: 1, appProtocol: 'a/b/c' }), ['Invalid spec.ports[0].appProtocol']],
    [ports(port, { port: 81 }), ['Required spec.ports[0].name', 'Required spec.ports[1].name']],
    [ports({ ...port, name: 'a' }, { port: 81, name: 'a' }), ['Duplicate spec.ports[1].name']],
    [ports({ ...port, name: 'a.b' }), ['Invalid spec.ports[0].name']],
    [ports({ ...port, name: 'a' }, { ...port, name: 'b' }), ['Duplicate spec.ports[1]']],
    [ports({ ...port, name: 'a' }, { ...port, name: 'b', protocol: 'UDP' }), []],
    [ports({ ...port, nodePort: 30_000 }), ['Forbidden spec.ports[0].nodePort']],
  ],
  'ports of the nodes': [
    [spec({ type: 'NodePort', ports: [{ ...port, nodePort: 30_000 }] }), []],
    [spec({ type: 'NodePort', ports: [{ ...port, nodePort: 29_999 }] }), ['Invalid spec.ports[0].nodePort']],
    [spec({ type: 'NodePort', ports: [{ ...port, nodePort: 32_768 }] }), ['Invalid spec.ports[0].nodePort']],
    [
      spec({
        type: 'NodePort',
        ports: [
          { name: 'a', port: 1, nodePort: 30_000 },
          { name: 'b', port: 2, nodePort: 30_000 },
        ],
      }),
      ['Invalid spec.ports[1].nodePort'],
    ],
    // What cannot be allocated is the whole answer.
    [
      spec({ type: 'NodePort', ports: [{ port: 1, protocol: 'ICMP', nodePort: 1 }] }),
      ['Invalid spec.ports[0].nodePort'],
    ],
    [spec({ type: 'LoadBalancer', ports: [{ port: 10_250 }] }), []],
    [spec({ type: 'LoadBalancer', ports: [{ port: 10_250 }] }), ['Invalid spec.ports[0]'], 32],
  ],
  'addresses and families': [
    [spec({ clusterIP: '10.0.0.1' }), []],
    [spec({ clusterIP: '10.0.0.300' }), ['Invalid spec.clusterIPs[0]']],
    [spec({ clusterIP: '010.0.0.1' }), ['Invalid spec.clusterIPs[0]']],
    [spec({ clusterIP: '010.0.0.1' }), [], 35],
    [spec({ clusterIPs: ['10.0.0.1'] }), ['Invalid spec.clusterIPs']],
    [spec({ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.2'] }), ['Invalid spec.clusterIPs']],
    [spec({ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', 'fd00::1'] }), ['Invalid spec.ipFamilyPolicy']],
    [spec({ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', 'fd00::1'], ipFamilyPolicy: 'PreferDualStack' }), []],
    [
      spec({ clusterIP: '10.0.0.1', clusterIPs: ['10.0.0.1', '10.0.0.2'], ipFamilyPolicy: 'PreferDualStack' }),
      ['Invalid spec.clusterIPs'],
    ],
    [spec({ clusterIP: 'None', clusterIPs: ['None', 'fd00::1'] }), ['Invalid spec.clusterIPs']],
    [spec({ ipFamilies: ['IPv6', 'IPv4'] }), ['Invalid spec.ipFamilyPolicy']],
    [spec({ ipFamilies: ['IPv4', 'IPv4'] }), ['Duplicate spec.ipFamilies[1]']],
    [spec({ ipFamilies: ['IPv5'] }), ['NotSupported spec.ipFamilies[0]']],
    [spec({ ipFamilyPolicy: 'DualStack' }), ['NotSupported spec.ipFamilyPolicy']],
    [spec({ ipFamilies: ['IPv6'], clusterIP: '10.0.0.1' }), ['Invalid spec.clusterIPs[0]']],
    [spec({ type: 'NodePort', clusterIP: 'None' }), ['Invalid spec.clusterIPs[0]']],
    [spec({ externalIPs: ['1.2.3.4'] }), []],
    [spec({ externalIPs: ['127.0.0.1'] }), ['Invalid spec.externalIPs[0]']],
    [spec({ externalIPs: ['fe80::1'] }), ['Invalid spec.externalIPs[0]']],
    [spec({ externalIPs: ['a'] }), ['Invalid spec.externalIPs[0]']],
  ],
  'other names': [
    [{ spec: { type: 'ExternalName', externalName: 'a.example.' } }, []],
    [{ spec: { type: 'ExternalName' } }, ['Required spec.externalName']],
    [{ spec: { type: 'ExternalName', externalName: 'a_b' } }, ['Invalid spec.externalName']],
    [
      { spec: { type: 'ExternalName', externalName: 'a', clusterIP: '10.0.0.1', ipFamilyPolicy: 'SingleStack' } },
      ['Forbidden spec.clusterIPs', 'Forbidden spec.ipFamilyPolicy'],
    ],
  ],
  'load balancers': [
    [spec({ type: 'LoadBalancer', loadBalancerClass: 'a.b/c', allocateLoadBalancerNodePorts: false }), []],
    [spec({ type: 'LoadBalancer', loadBalancerClass: 'a b' }), ['Invalid spec.loadBalancerClass']],
    [spec({ loadBalancerClass: 'a' }), ['Forbidden spec.loadBalancerClass']],
    [spec({ allocateLoadBalancerNodePorts: true }), ['Forbidden spec.allocateLoadBalancerNodePorts']],
    [spec({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.0/8', ' fd00::/8'] }), []],
    [
      spec({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1'] }),
      ['Invalid spec.LoadBalancerSourceRanges[0]'],
    ],
    [
      spec({ type: 'LoadBalancer', loadBalancerSourceRanges: ['a', 'b'] }),
      ['Invalid spec.LoadBalancerSourceRanges'],
      29,
    ],
    [
      spec({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1/8'] }),
      ['Invalid spec.LoadBalancerSourceRanges[0]'],
    ],
    [spec({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1/8'] }), [], 35],
    [spec({ loadBalancerSourceRanges: ['10.0.0.0/8'] }), ['Forbidden spec.LoadBalancerSourceRanges']],
    [annotated({ [ranges]: '10.0.0.0/8, a' }, { type: 'LoadBalancer' }), [`Invalid metadata.annotations[${ranges}]`]],
    [annotated({ [ranges]: '' }), [`Forbidden metadata.annotations[${ranges}]`]],
    [spec({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30_000 }), []],
    [spec({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 80 }), ['InternalError ']],
    [spec({ type: 'LoadBalancer', healthCheckNodePort: 30_000 }), ['Invalid spec.healthCheckNodePort']],
  ],
  'where traffic goes': [
    [spec({ sessionAffinity: 'Cookie' }), ['NotSupported spec.sessionAffinity']],
    [
      spec({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_401 } } }),
      ['Invalid spec.sessionAffinityConfig.clientIP.timeoutSeconds'],
    ],
    [spec({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_400 } } }), []],
    [spec({ externalTrafficPolicy: 'Local' }), ['Invalid spec.externalTrafficPolicy']],
    [spec({ type: 'NodePort', externalTrafficPolicy: 'Near' }), ['NotSupported spec.externalTrafficPolicy']],
    [spec({ internalTrafficPolicy: 'Near' }), ['NotSupported spec.internalTrafficPolicy']],
    [spec({ trafficDistribution: 'PreferSameNode' }), []],
    [spec({ trafficDistribution: 'PreferSameNode' }), ['NotSupported spec.trafficDistribution'], 33],
    [spec({ selector: { 'a b': 'c' } }), ['Invalid spec.selector']],
    [spec({ type: 'Headless' }), ['NotSupported spec.type']],
    [
      annotated({
        'service.kubernetes.io/topology-mode': 'Auto',
        'service.kubernetes.io/topology-aware-hints': 'disabled',
      }),
      ['Invalid metadata.annotations[service.kubernetes.io/topology-mode]'],
    ],
  ],
});

testUpdate('Service', spec({}), {
  'the same manifest again keeps what was allocated': [
    [spec({}), spec({}), []],
    [spec({ type: 'LoadBalancer' }), spec({ type: 'LoadBalancer' }), []],
    [spec({ type: 'NodePort' }), spec({ type: 'ClusterIP' }), []],
    [spec({}), { spec: { type: 'ExternalName', externalName: 'a' } }, []],
  ],
  'addresses and families': [
    [spec({ clusterIP: '10.0.0.1' }), spec({ clusterIP: '10.0.0.2' }), ['Invalid spec.clusterIPs[0]']],
    [spec({}), spec({ clusterIP: 'None' }), ['Invalid spec.clusterIPs[0]']],
    [spec({}), spec({ ipFamilyPolicy: 'PreferDualStack' }), []],
    [spec({ ipFamilyPolicy: 'RequireDualStack' }), spec({ ipFamilyPolicy: 'SingleStack' }), []],
    [spec({ ipFamilyPolicy: 'RequireDualStack' }), spec({ ipFamilies: ['IPv4'] }), ['Invalid spec.ipFamilyPolicy']],
    [spec({}), spec({ ipFamilies: ['IPv6'] }), ['Invalid spec.clusterIPs[0]']],
  ],
  'load balancers': [
    [
      spec({ type: 'LoadBalancer', loadBalancerClass: 'a' }),
      spec({ type: 'LoadBalancer', loadBalancerClass: 'b' }),
      ['Invalid spec.loadBalancerClass'],
    ],
    [
      spec({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30_000 }),
      spec({ type: 'LoadBalancer', externalTrafficPolicy: 'Local', healthCheckNodePort: 30_001 }),
      ['Forbidden spec.healthCheckNodePort'],
    ],
  ],
  names: [[{ metadata: { name: 'a', generateName: 'A' } }, { metadata: { name: 'a', generateName: 'A' } }, []]],
});

test('an affinity configuration without the affinity is removed', () => {
  const config = spec({ sessionAffinityConfig: { clientIP: { timeoutSeconds: 1 } } });
  assert.deepEqual(remarks('Service', config).dropped, ['spec.sessionAffinityConfig']);
});

test('the server remarks on fields that have no effect', () => {
  const headless = spec({ clusterIP: 'None', sessionAffinity: 'ClientIP', externalIPs: ['1.2.3.4'] });
  assert.deepEqual(remarks('Service', { metadata: { name: 'a' }, ...headless }).warnings, [
    'spec.externalIPs',
    'spec.sessionAffinity',
  ]);
  assert.deepEqual(remarks('Service', { metadata: { name: 'a' }, ...headless }, 33).warnings, []);
});

test('what the server makes up is not shown as if it were an address or a port', () => {
  const kind = findKindByName('Service')!;
  const object = structuredClone({ metadata: { name: 'a' }, ...spec({ type: 'NodePort' }) });
  validateCreate(kind, object, 36);
  const stored = storedForm(kind, object, 36) as { spec: { clusterIPs: unknown; ports: unknown } };
  assert.deepEqual(stored.spec.clusterIPs, ['<ip>']);
  assert.deepEqual(stored.spec.ports, [{ port: 80, protocol: 'TCP', targetPort: 80, nodePort: '<port>' }]);
});
