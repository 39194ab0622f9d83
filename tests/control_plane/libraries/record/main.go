package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	"github.com/robfig/cron/v3"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	"k8s.io/apimachinery/pkg/util/validation"
)

func shape(t reflect.Type, seen map[string]map[string]string) string {
	if t.PkgPath() != "" && t.Kind() == reflect.Struct {
		m := reflect.New(t).Interface()
		if _, ok := m.(json.Unmarshaler); ok {
			return "!" + t.Name()
		}
		key := t.Name()
		if _, ok := seen[key]; !ok {
			fields := map[string]string{}
			seen[key] = fields
			walk(t, fields, seen)
		}
		return key
	}
	switch t.Kind() {
	case reflect.Ptr:
		return shape(t.Elem(), seen)
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return "[" + shape(t.Elem(), seen) + "]"
	case reflect.Map:
		return "{" + shape(t.Elem(), seen) + "}"
	}
	return t.Kind().String()
}
func walk(t reflect.Type, fields map[string]string, seen map[string]map[string]string) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		name := strings.Split(tag, ",")[0]
		if f.Anonymous && name == "" {
			walk(f.Type, fields, seen)
			continue
		}
		if name == "-" || name == "" {
			continue
		}
		fields[name] = shape(f.Type, seen)
	}
}

func main() {
	mode := os.Args[1]
	if mode == "shape" {
		seen := map[string]map[string]string{}
		shape(reflect.TypeOf(corev1.PodSpec{}), seen)
		names := []string{}
		for n := range seen {
			names = append(names, n)
		}
		sort.Strings(names)
		b, _ := json.MarshalIndent(seen, "", " ")
		fmt.Println(string(b))
		return
	}
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(make([]byte, 1<<20), 1<<26)
	for in.Scan() {
		var s string
		if err := json.Unmarshal(in.Bytes(), &s); err != nil {
			panic(err)
		}
		out := []any{}
		switch mode {
		case "quantity":
			q, err := resource.ParseQuantity(s)
			if err != nil {
				out = append(out, false, 0)
			} else {
				out = append(out, true, fmt.Sprint(q.Value()), fmt.Sprint(q.MilliValue()))
			}
		case "cron":
			func() {
				defer func() {
					if r := recover(); r != nil {
						out = append(out, false, "panic")
					}
				}()
				_, err := cron.ParseStandard(s)
				out = append(out, err == nil)
				if err != nil {
					out = append(out, err.Error())
				}
			}()
		case "label":
			out = append(out, len(validation.IsQualifiedName(s)) == 0, len(validation.IsValidLabelValue(s)) == 0, len(validation.IsDNS1123Label(s)) == 0)
		case "pod":
			var p corev1.PodSpec
			err := json.Unmarshal([]byte(s), &p)
			out = append(out, err == nil)
			if err != nil {
				out = append(out, err.Error())
			}
		}
		b, _ := json.Marshal(out)
		fmt.Println(string(b))
	}
}
