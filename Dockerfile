# Not the slim one: it has the compiler that makes the hot loops fast.
FROM python:3.13 AS build
WORKDIR /src
COPY pyproject.toml setup.py README.md LICENSE ./
COPY schemas ./schemas
COPY pipeline ./pipeline
RUN python -m venv /opt/dateline && /opt/dateline/bin/pip install --no-cache-dir .

FROM python:3.13-slim
RUN useradd --system --uid 999 --user-group --create-home --home-dir /var/lib/dateline dateline
COPY --from=build /opt/dateline /opt/dateline
ENV PATH=/opt/dateline/bin:$PATH PYTHONUNBUFFERED=1 DATELINE_DATA=/var/lib/dateline
# By number, so that a cluster that forbids root can see that it is not.
USER 999
WORKDIR /var/lib/dateline
VOLUME /var/lib/dateline
STOPSIGNAL SIGTERM
ENTRYPOINT ["dateline"]
CMD ["run"]
