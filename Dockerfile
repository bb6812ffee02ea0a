# podlint in an image: podman build -t podlint . && podman run --rm -v "$PWD:/work:ro" podlint check deploy
FROM docker.io/library/node:24-alpine AS build
WORKDIR /src
COPY . .
RUN npm run --silent setup

FROM docker.io/library/node:24-alpine
# git for --changed, also in a mounted repository, which belongs to somebody else. npm and its kin are of no use at run time.
RUN apk add --no-cache git \
  && git config --system --add safe.directory '*' \
  && rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn* \
  && printf '#!/bin/sh\nexec node /opt/podlint/podlint.cjs "$@"\n' > /usr/local/bin/podlint \
  && chmod +x /usr/local/bin/podlint
COPY --from=build /src/packages/cli/bundle /opt/podlint
USER 65532:65532
WORKDIR /work
ENTRYPOINT ["podlint"]
CMD ["--help"]
