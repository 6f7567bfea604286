Profile: SkorZ
Parent: Pengamatan
Id: skor-z
Title: "Skor z"
Description: "Dasar semua skor z yang dihitung Titian dari pengukuran pada kunjungan yang sama. Yang tidak masuk akal tidak dihitung, dan tidak satu pun menjadi diagnosis. Skor yang dihitung pengirim tetap di sini sebagaimana dilaporkan."
* insert Terbitan
* insert Inggris([["Z-score"]])
* ^abstract = true
* value[x] 1..1
* value[x] only Quantity
* value[x] obeys ilp-jenis-angka-bersatuan
* value[x] obeys ilp-skor-z
* value[x].value 1..1
* value[x].comparator 0..0
* value[x].unit 1..1
* value[x].system 1..1
* value[x].system = $ucum
* value[x].code 1..1
* value[x].code = #{Zscore}
* method 1..1 MS
* method = CaraHitung#standar-who
* interpretation MS
* derivedFrom MS
* derivedFrom only Reference(Observation)
