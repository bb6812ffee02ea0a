import { type ContainerCase, testContainers } from './containers-kit.js';

/** Resources of the only container; paths are those below them, and `.` are the resources themselves. */
function having(resources: object, ...errors: string[]): ContainerCase {
  return [{ resources }, ...errors.map((error) => error.replace(' ', ' resources.').replace(/\.\.$/, ''))];
}

const limited = (limits: object, ...errors: string[]): ContainerCase => having({ limits }, ...errors);
/** An error in limits is one in requests too, because the server copies a limit that has no request. */
const twice = (type: string, name: string): string[] => [`${type} limits[${name}]`, `${type} requests[${name}]`];

testContainers([
  having({}),
  limited({ cpu: '500m', memory: '1Gi', 'ephemeral-storage': '1G' }),
  limited({ cpu: '-1' }, ...twice('Invalid', 'cpu')),
  limited({ cpu: '0' }),
  limited({ foo: '1' }, ...twice('Invalid', 'foo')),
  limited({ pods: '1' }, ...twice('Invalid', 'pods')),
  limited({ 'requests.cpu': '1' }, ...twice('Invalid', 'requests.cpu')),
  limited({ 'a b': '1' }, ...twice('Invalid', 'a b')),
  limited({ 'example.com/gpu': '2' }),
  limited({ 'example.com/gpu': '1.5' }, ...twice('Invalid', 'example.com/gpu')),
  limited({ 'example.com/gpu': '1e3' }),
  limited({ 'Example.com/gpu': '1' }, ...twice('Invalid', 'Example.com/gpu')),
  limited({ 'kubernetes.io/x': '1.5' }),
  limited({ 'requests.example.com/gpu': '1' }, ...twice('Invalid', 'requests.example.com/gpu')),
  limited({ [`${'a.'.repeat(122)}b/c`]: '1' }, ...twice('Invalid', `${'a.'.repeat(122)}b/c`)),
  having({ requests: { cpu: '1', memory: '1Gi' } }),
  having({ requests: { cpu: '2' }, limits: { cpu: '1' } }, 'Invalid requests'),
  having({ requests: { cpu: '1000m' }, limits: { cpu: '1' } }),
  having({ requests: { cpu: '1' }, limits: { cpu: '2' } }),
  having({ requests: { 'example.com/gpu': '1' } }, 'Required limits'),
  having({ requests: { 'example.com/gpu': '1' }, limits: { 'example.com/gpu': '2' } }, 'Invalid requests'),
  having({ requests: { 'example.com/gpu': '2' }, limits: { 'example.com/gpu': '1' } }, 'Invalid requests'),
  having({ requests: { 'kubernetes.io/x': '1' } }),
]);

testContainers([
  limited({ 'hugepages-2Mi': '4Mi', cpu: '1' }),
  limited({ 'hugepages-2Mi': '4Mi' }, 'Forbidden .'),
  limited({ 'hugepages-2Mi': '3Mi', memory: '1Gi' }, ...twice('Invalid', 'hugepages-2Mi')),
  limited({ 'hugepages-2Mi': '0', memory: '1Gi' }),
  limited({ 'hugepages-': '1', memory: '1Gi' }, ...twice('Invalid', 'hugepages-')),
  limited({ 'hugepages-0': '1', memory: '1Gi' }, ...twice('Invalid', 'hugepages-0')),
  limited({ 'hugepages-1500m': '1', memory: '1Gi' }, ...twice('Invalid', 'hugepages-1500m')),
  having({ requests: { 'hugepages-2Mi': '2Mi', cpu: '1' } }, 'Required limits'),
  having({ requests: { 'hugepages-2Mi': '2Mi' }, limits: { 'hugepages-2Mi': '4Mi', cpu: '1' } }, 'Invalid requests'),
]);

const claiming = (claims: readonly object[], ...errors: string[]): ContainerCase => having({ claims }, ...errors);
const withClaims = {
  spec: {
    resourceClaims: [
      { name: 'a', resourceClaimName: 'x' },
      { name: 'b', resourceClaimName: 'y' },
    ],
  },
};

testContainers(
  [
    claiming([{ name: 'a' }, { name: 'b', request: 'gpu' }]),
    claiming([{}], 'Required claims[0]'),
    claiming([{ name: 'c' }], 'NotFound claims[0]'),
    claiming([{ name: 'a', request: 'A' }], 'Invalid claims[0].request'),
    claiming([{ name: 'a' }, { name: 'a' }], 'Duplicate claims[1]'),
    claiming([{ name: 'a' }, { name: 'a', request: 'A' }], 'Duplicate claims[1]'),
    claiming([
      { name: 'a', request: 'x' },
      { name: 'a', request: 'y' },
    ]),
    claiming(
      [
        { name: 'a', request: 'x' },
        { name: 'a', request: 'x' },
      ],
      'Duplicate claims[1]',
    ),
    claiming([{ name: 'a', request: 'x' }, { name: 'a' }], 'Duplicate claims[1]'),
  ],
  withClaims,
);
testContainers([claiming([{ name: 'c' }])], { ...withClaims, minor: 33 });

const resizing = (resizePolicy: readonly object[], ...errors: string[]): ContainerCase => [{ resizePolicy }, ...errors];
const onCpu = { resourceName: 'cpu', restartPolicy: 'RestartContainer' };

testContainers([
  resizing([onCpu, { resourceName: 'memory', restartPolicy: 'NotRequired' }]),
  resizing([onCpu, onCpu], 'Duplicate resizePolicy[1]'),
  resizing([{ resourceName: 'gpu', restartPolicy: 'Never' }], 'NotSupported resizePolicy'),
  resizing([{}], 'Required resizePolicy'),
]);
testContainers(
  [resizing([onCpu], 'Invalid resizePolicy'), resizing([{ resourceName: 'cpu', restartPolicy: 'NotRequired' }])],
  { spec: { restartPolicy: 'Never' } },
);
testContainers([resizing([{}])], { minor: 32 });
testContainers(
  [resizing([onCpu], 'Invalid resizePolicy[0].restartPolicy'), [{ resizePolicy: [onCpu], restartPolicy: 'Always' }]],
  { list: 'initContainers' },
);
testContainers([resizing([onCpu])], { list: 'initContainers', minor: 35 });
