# The image of the service: Node, the built program, and the ffmpeg of the distribution, which
# maintains it with security fixes. The tags are exact, so that a build today is the build of tomorrow.
FROM node:24.11.1-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
# The programs are bundles: they need none of the modules that they were made of.
RUN npm run build && rm -r dist/modules && npm prune --omit=dev --ignore-scripts

FROM node:24.11.1-trixie-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ffmpeg util-linux bubblewrap \
  && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production \
  VIDEOCRAFT_SERVER_HOST=0.0.0.0 \
  VIDEOCRAFT_DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/docs ./docs
COPY --from=build /app/examples ./examples
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3002
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3002/live').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
