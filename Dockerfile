# One image for the API, the worker and the jobs that prepare the database and the namespace: the command decides.

FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY tools/build.mjs tools/
COPY domain domain/
COPY workflows workflows/
COPY activities activities/
COPY api api/
RUN node tools/build.mjs

FROM node:20.20.2-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund --ignore-scripts --omit=dev

FROM node:20.20.2-bookworm-slim
# Workflows replay for months: they may not depend on where the host stands.
ENV NODE_ENV=production TZ=UTC NODE_OPTIONS=--enable-source-maps WORKFLOW_BUNDLE=/app/dist/workflow-bundle.js
# The engine's SDK brings its own TLS, which reads the system's certificates.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json LICENSE THIRD_PARTY.md ./
COPY --from=dependencies /app/node_modules node_modules/
COPY --from=build /app/dist dist/
USER node
EXPOSE 8080 8090
CMD ["node", "dist/api/server.js"]
