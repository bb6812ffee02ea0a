import { defineRule, ignoresStatus, pathOf, remove, type Field, type ResourceView } from '@podlint/engine/rule';

export default defineRule({
  id: 'metadata/server-fields',
  level: 'warn',
  fix: 'safe',
  summary: 'Fields that the server fills in, as in what "kubectl get -o yaml" prints',
  brief: 'printed by kubectl get',
  messages: {
    refused:
      'The server creates no object that has a resourceVersion. This manifest was read from a cluster, and the server fills in {fields} itself. Remove them.',
    ignored:
      'This manifest was read from a cluster. The server fills in {fields} itself and ignores what stands here. Remove them.',
  },
  resource(resource, report) {
    const [first, ...others] = isPrinted(resource) ? fieldsOf(resource) : [];
    if (!first) return;
    const fields = [first, ...others];
    const version = resource.at.metadata.resourceVersion;
    const isRefused = isStored(resource.metadata.resourceVersion);
    report({
      at: isRefused ? version : first,
      message: isRefused ? 'refused' : 'ignored',
      ...(isRefused && { level: 'error', insteadOf: 'api/internal' }),
      data: { fields: fields.map((field) => pathOf(field).toString()).join(', ') },
      fixes: [{ title: 'Remove what the server fills in', safety: 'safe', changes: fields.map(remove), isTaken: true }],
    });
  },
});

/** Nobody writes these by hand. An empty `creationTimestamp` is what programs print of objects that they made. */
function isPrinted({ metadata }: ResourceView): boolean {
  const { creationTimestamp, managedFields, resourceVersion, selfLink } = metadata;
  return Boolean(creationTimestamp ?? managedFields ?? resourceVersion ?? selfLink);
}

/** As the store sees it (apiserver/pkg/storage/etcd3/store.go): a number, and not 0. */
function isStored(resourceVersion = ''): boolean {
  return /^0*[1-9]\d{0,18}$/.test(resourceVersion);
}

function fieldsOf(resource: ResourceView): Field[] {
  const { metadata, status } = resource.at;
  const { creationTimestamp, deletionGracePeriodSeconds, deletionTimestamp, generation, managedFields } = metadata;
  const { resourceVersion, selfLink, uid } = metadata;
  const made: Field[] = [creationTimestamp, deletionGracePeriodSeconds, deletionTimestamp, generation, managedFields];
  const fields = [...made, resourceVersion, selfLink, uid, ...(ignoresStatus(resource) ? [status] : [])];
  return fields.filter((field) => resource.isWritten(field));
}
