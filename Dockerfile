# docker build -t verbatim . && docker run --env-file .env -v verbatim:/data verbatim
FROM node:24-slim
ENV NODE_ENV=production VERBATIM_DATA=/data
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && mkdir /data && chown node /data
COPY src ./src
COPY commands ./commands
COPY prompts ./prompts
USER node
VOLUME /data
CMD ["node", "--require", "./src/compile-cache.cjs", "src/main.ts"]
