import { type ContainerCase, testContainers } from './containers-kit.js';

/** The security context of the only container; paths are those below it, and `.` is the context itself. */
function secured(securityContext: object, ...errors: string[]): ContainerCase {
  return [{ securityContext }, ...errors.map((error) => error.replace(' ', ' securityContext.').replace(/\.\.$/, ''))];
}

const maxId = 2 ** 31 - 1;

testContainers([
  secured({}),
  secured({ privileged: true }),
  secured({ runAsUser: 0, runAsGroup: maxId }),
  secured({ runAsUser: -1, runAsGroup: maxId + 1 }, 'Invalid runAsUser', 'Invalid runAsGroup'),
  secured({ privileged: true, allowPrivilegeEscalation: false }, 'Invalid .'),
  secured({ privileged: true, allowPrivilegeEscalation: true }),
  secured({ capabilities: { add: ['CAP_SYS_ADMIN'] }, allowPrivilegeEscalation: false }, 'Invalid .'),
  secured({ capabilities: { add: ['SYS_ADMIN', 'anything'] }, allowPrivilegeEscalation: false }),
  secured({ procMount: 'Default' }),
  secured({ procMount: 'Hidden' }, 'NotSupported procMount'),
  secured({ procMount: 'Unmasked' }, 'Invalid procMount'),
  secured({ seLinuxOptions: { level: 'anything' } }),
]);
testContainers([secured({ procMount: 'Unmasked' })], { spec: { hostUsers: false } });
testContainers([secured({ procMount: 'Unmasked' })], { minor: 32 });

const seccomp = (seccompProfile: object, ...errors: string[]): ContainerCase =>
  secured({ seccompProfile }, ...errors.map((error) => error.replace(' ', ' seccompProfile.')));

testContainers([
  seccomp({ type: 'RuntimeDefault' }),
  seccomp({}, 'Required type'),
  seccomp({ type: 'Default' }, 'NotSupported type'),
  seccomp({ type: 'Localhost', localhostProfile: 'a/b.json' }),
  seccomp({ type: 'Localhost', localhostProfile: '' }),
  seccomp({ type: 'Localhost' }, 'Required localhostProfile'),
  seccomp({ type: 'Localhost', localhostProfile: '/a' }, 'Invalid localhostProfile'),
  seccomp({ type: 'Localhost', localhostProfile: 'a/..' }, 'Invalid localhostProfile'),
  seccomp({ type: 'Unconfined', localhostProfile: 'a' }, 'Invalid localhostProfile'),
  seccomp({ localhostProfile: 'a' }, 'Required type', 'Invalid localhostProfile'),
]);

const appArmor = (appArmorProfile: object, ...errors: string[]): ContainerCase =>
  secured({ appArmorProfile }, ...errors.map((error) => error.replace(' ', ' appArmorProfile.')));

testContainers([
  appArmor({ type: 'RuntimeDefault' }),
  appArmor({}, 'Required type'),
  appArmor({ localhostProfile: 'a' }, 'Required type'),
  appArmor({ type: 'Default', localhostProfile: 'a' }, 'NotSupported type'),
  appArmor({ type: 'Unconfined', localhostProfile: '' }, 'Invalid localhostProfile'),
  appArmor({ type: 'Localhost', localhostProfile: 'a/b' }),
  appArmor({ type: 'Localhost' }, 'Required localhostProfile'),
  appArmor({ type: 'Localhost', localhostProfile: '' }, 'Required localhostProfile'),
  appArmor({ type: 'Localhost', localhostProfile: ' a' }, 'Invalid localhostProfile'),
  appArmor({ type: 'Localhost', localhostProfile: 'a'.repeat(4095) }),
  appArmor({ type: 'Localhost', localhostProfile: 'a'.repeat(4096) }, 'TooLong localhostProfile'),
]);

const windows = (windowsOptions: object, ...errors: string[]): ContainerCase =>
  secured({ windowsOptions }, ...errors.map((error) => error.replace(' ', ' windowsOptions.')));
const user = (runAsUserName: string): ContainerCase => windows({ runAsUserName });
const noUser = (runAsUserName: string): ContainerCase => windows({ runAsUserName }, 'Invalid runAsUserName');

testContainers([
  windows({ gmsaCredentialSpecName: 'a.b' }),
  windows({ gmsaCredentialSpecName: '' }, 'Invalid gmsaCredentialSpecName'),
  windows({ gmsaCredentialSpec: '{}' }),
  windows({ gmsaCredentialSpec: '' }, 'Invalid gmsaCredentialSpec'),
  windows({ gmsaCredentialSpec: 'a'.repeat(64 * 1024) }),
  windows({ gmsaCredentialSpec: 'a'.repeat(64 * 1024 + 1) }, 'Invalid gmsaCredentialSpec'),
  user('ContainerUser'),
  user('NT AUTHORITY\\SYSTEM'),
  user('a.example.com\\b'),
  user('ééééééééééééééé\\b'),
  user('a'.repeat(104)),
  noUser(''),
  noUser('a\\b\\c'),
  noUser('a\nb'),
  noUser('\\a'),
  noUser('a\\'),
  noUser('.a\\b'),
  noUser('aaaaaaaaaaaaaaa a\\b'),
  noUser(`${'a.'.repeat(127)}aa\\b`),
  noUser('a'.repeat(105)),
  noUser('. .'),
  noUser('a@b'),
  noUser('a/b'),
]);
