import { defineMessages } from '@podlint/messages';
import { parseQuantity } from '@podlint/model';
import { descendingPathProblem, hasBackstep } from './paths.js';
import { requireFields } from './required.js';
import type { SourceCheck, VolumeScope } from './types.js';

const says = defineMessages('node-volume', {
  'negative-limit':
    'The limit "{limit}" is below zero, so nothing could ever be stored. Set a size such as "1Gi", or leave it out for no limit.',
  'host-path': 'the file or directory of the node',
  'climbing-path': '"{path}" climbs up with "..", which may lead anywhere on the node. Write the path out in full.',
  repository: 'the URL to clone',
  image: 'the image or artifact to mount',
});

const hostPathTypes = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];
const pullPolicies = ['Always', 'IfNotPresent', 'Never'];

export const validateEmptyDir: SourceCheck<'emptyDir'> = ({ sizeLimit }, path, { context }) => {
  if (sizeLimit === undefined || parseQuantity(sizeLimit)?.sign !== -1) return;
  context.report.forbidden(path.child('sizeLimit'), says['negative-limit']({ limit: sizeLimit }));
};

export const validateHostPath: SourceCheck<'hostPath'> = (hostPath, path, { context }) => {
  requireFields(hostPath, { path: says['host-path'] }, path, context);
  if (!hostPath.path) return;
  if (hasBackstep(hostPath.path))
    context.report.invalid(path.child('path'), says['climbing-path']({ path: hostPath.path }));
  if (hostPath.type && !hostPathTypes.includes(hostPath.type))
    context.report.notSupported(path.child('type'), hostPath.type, hostPathTypes);
};

export const validateGitRepo: SourceCheck<'gitRepo'> = (gitRepo, path, { context }) => {
  requireFields(gitRepo, { repository: says.repository }, path, context);
  const problem = gitRepo.directory && descendingPathProblem(gitRepo.directory);
  if (problem) context.report.invalid(path.child('directory'), problem);
};

/** A template may leave the reference to whoever fills it in; a Pod has to name it (validateImageVolumeSource). */
export const validateImage: SourceCheck<'image', VolumeScope> = (image, path, { context, owner }) => {
  if (owner === 'Pod') requireFields(image, { reference: says.image }, path, context);
  if (image.pullPolicy && !pullPolicies.includes(image.pullPolicy))
    context.report.notSupported(path.child('pullPolicy'), image.pullPolicy, pullPolicies);
};
