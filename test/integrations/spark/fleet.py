"""Drives a fleet of `podlint check --ndjson` with Spark: argv is the command, the files as {"path", "text"} lines, where the results go, and the number of parts."""
import json
import sys

from pyspark import SparkConf, SparkContext

command, source, target, parts = sys.argv[1:5]
configuration = SparkConf().setMaster("local[2]").setAppName("podlint")
configuration.set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1").set("spark.ui.enabled", "false")
context = SparkContext(conf=configuration)
context.setLogLevel("ERROR")

# A finding ends the command with 1, which pipe() leaves alone unless it is told to look (checkCode).
# Written first and counted from what was written, so that nothing is judged twice.
judged = context.textFile(source, minPartitions=int(parts)).pipe(command)
judged.saveAsTextFile(target)
results = context.textFile(target)
errors = results.filter(lambda line: '"error"' in line and "error" in json.loads(line))
print(json.dumps({"partitions": judged.getNumPartitions(), "results": results.count(), "refused": errors.count()}))
context.stop()
