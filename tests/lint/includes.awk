# SPDX-License-Identifier: MIT
# Includes: a folder includes its own files and those of lower floors; files of
# a folder form no loop. Reads src/FLOORS, then all sources below src/.

function complain(what) { print FILENAME ":" FNR ": " what }

# src/text/word.h -> text; a file in a subfolder counts as in the folder.
function folder_of(path) {
    sub(/^src\//, "", path)
    sub(/\/.*/, "", path)
    return path
}

# text/word.h -> text/word: source and header are one module.
function module_of(path) {
    sub(/^src\//, "", path)
    sub(/\.[a-z]+$/, "", path)
    return path
}

FILENAME ~ /FLOORS$/ {
    sub(/#.*/, "")
    if (NF) level++
    for (i = 1; i <= NF; i++) floor[$i] = level
    next
}

FNR == 1 {
    folder = folder_of(FILENAME)
    module = module_of(FILENAME)
    is_known[module] = 1
    own_header = ""
    if (!(folder in floor)) {
        complain("folder '" folder "' is not in src/FLOORS")
        floor[folder] = 1000 # told once, not at each include
    }
    count = 0
}

/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
    is_system = $0 ~ /include[ \t]*</
    name = $0
    sub(/^[^<"]*[<"]/, "", name)
    sub(/[>"].*/, "", name)
    count++
    if (is_system) {
        if (name ~ /^(gdal|ogr|cpl_|proj|gnm|geos)/ && folder != "layer")
            complain("<" name "> belongs in src/layer alone")
        next
    }
    if (name !~ /\//) {
        # headers of include/ among themselves, and generated tables
        if (folder != "include" && name !~ /_table\.h$/)
            complain("\"" name "\": include from src/, as in \"" folder "/" name "\"")
        next
    }
    if (name ~ /^\.\.\//) {
        # programs that make tables are compiled alone
        if (FILENAME !~ /^src\/[a-z]+\/tables\//)
            complain("\"" name "\": include from src/")
        next
    }
    to = folder_of(name)
    if (!(to in floor)) {
        complain("\"" name "\": folder '" to "' is not in src/FLOORS")
    } else if (folder == "cli" && to != "cli" && to != "include") {
        complain("\"" name "\": the command line sees include/ alone")
    } else if (to == folder) {
        if (module_of(name) != module && FILENAME !~ /\/tables\//)
            edge[module] = edge[module] " " module_of(name)
    } else if (floor[to] >= floor[folder]) {
        complain("\"" name "\": '" to "' is no lower floor than '" folder "'")
    }
    if (count == 1) first[FILENAME] = name
    where[module, module_of(name)] = FILENAME ":" FNR
    if (FILENAME ~ /\.c$/ && name ~ /\.h$/ && module_of(name) == module && count > 1)
        complain("\"" name "\": a file's own header stands first")
    next
}

# Depth first; a module that is met again on the way closes a loop.
function visit(node, path,    parts, n, i, to) {
    state[node] = 1
    n = split(edge[node], parts, " ")
    for (i = 1; i <= n; i++) {
        to = parts[i]
        if (state[to] == 1)
            print where[node, to] ": loop of files: " \
                substr(path, index(path, to)) " -> " to
        else if (!state[to])
            visit(to, path " -> " to)
    }
    state[node] = 2
}

END {
    for (node in is_known)
        if (!state[node]) visit(node, node)
}
