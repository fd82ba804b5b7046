#!/usr/bin/env python3
"""Checks `banggiao path --pairs --all` against networkx: check_paths.py BANGGIAO DIR [STORE].

DIR has nodes.csv (id,type,name,country), edges.csv (source,target,type,date) and pairs.tsv (two ids a
line). The table is imported into STORE (a temporary one unless given), the pairs are answered by one
run, and hops and numbers of all shortest paths are compared. Prints the times; exits 1 where any
differs. Needs networkx.
"""
import csv, os, subprocess, sys, tempfile, time
import networkx as nx

program, folder = sys.argv[1], sys.argv[2]
store = sys.argv[3] if len(sys.argv) > 3 else os.path.join(tempfile.mkdtemp(), "check.sqlite")


def run(*arguments):
    begin = time.perf_counter()
    done = subprocess.run(
        [program, *arguments, "--store", store], capture_output=True, text=True, check=True
    )
    return done.stdout, done.stderr, time.perf_counter() - begin


if not os.path.exists(store):
    _, _, seconds = run(
        "import", "--nodes", f"{folder}/nodes.csv", "--edges", f"{folder}/edges.csv"
    )
    print(f"import {seconds:.2f} s, store {os.path.getsize(store) >> 20} MB")
pairs = [tuple(line.split("\t")) for line in open(f"{folder}/pairs.tsv").read().splitlines()]
print(f"cold path {run('path', *pairs[0], '--format', 'tsv')[2]:.2f} s")
_, trouble, seconds = run("path", "--pairs", f"{folder}/pairs.tsv", "--statistics")
print(f"hops of {len(pairs)} pairs {seconds:.2f} s: {'; '.join(trouble.splitlines())}")
output, trouble, seconds = run("path", "--pairs", f"{folder}/pairs.tsv", "--all", "--statistics")
print(f"all of {len(pairs)} pairs {seconds:.2f} s: {'; '.join(trouble.splitlines())}")

graph = nx.Graph()
for row in csv.DictReader(open(f"{folder}/nodes.csv")):
    graph.add_node(row["id"])
for row in csv.DictReader(open(f"{folder}/edges.csv")):
    graph.add_edge(row["source"], row["target"])


def ways(start, hops):
    """How many shortest ways lead to each node that is just so many hops away."""
    seen, level = {start}, {start: 1}
    for _ in range(hops):
        reached = {}
        for node, number in level.items():
            for other in graph[node]:
                if other not in seen:
                    reached[other] = reached.get(other, 0) + number
        seen.update(reached)
        level = reached
    return level


def expected(number, source, target):
    """Hops as networkx has them, and the number of all shortest paths, put together in the middle."""
    try:
        hops = nx.shortest_path_length(graph, source, target)
    except nx.NetworkXNoPath:
        return "-", "0"
    there, back = ways(source, hops // 2), ways(target, hops - hops // 2)
    paths = sum(there[node] * back[node] for node in there if node in back)
    # Where it is quick networkx enumerates them, and must say the same.
    if paths <= 200 and (number < 20 or len(graph) <= 20_000):
        assert sum(1 for _ in nx.all_shortest_paths(graph, source, target)) == paths
    return str(hops), str(paths)


lines = [tuple(line.split("\t")) for line in output.splitlines()]
assert len(lines) == len(pairs)
wrong = []
for number, (line, pair) in enumerate(zip(lines, pairs)):
    right = pair + expected(number, *pair)
    if line != right:
        wrong.append((line, right))
for line, right in wrong[:10]:
    print(f"{line}: networkx says {right}")
print(f"{len(pairs) - len(wrong)} of {len(pairs)} pairs as networkx has them")
sys.exit(1 if wrong else 0)
