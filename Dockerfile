# The server as an image. The folder /data is all that it keeps; it writes to /data and /tmp only.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=build /app .
RUN install -d -o node -g node -m 700 /data
VOLUME /data
ENV DATA_DIR=/data
USER node
EXPOSE 3000
# The first start fills the database.
HEALTHCHECK --interval=10s --timeout=5s --start-period=3m \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1))"]
# As `npm start` does, but that signals reach Node itself.
CMD ["node", "--max-semi-space-size=8", "--conditions=production", "--import", "tsx", "src/server/start.ts"]
