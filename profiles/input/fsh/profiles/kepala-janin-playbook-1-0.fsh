Profile: KepalaJaninPlaybook10
Parent: TemuanBerkode
Id: kepala-janin-playbook-1-0
Title: "Kepala janin, kode playbook 1.0"
Description: "Kepala janin terhadap pintu atas panggul dengan kode playbook ANC 1.0; dipakai hanya kalau pengaturan `kode-kepala-janin` memilihnya. Kode untuk sudah masuk tidak ada, jadi ditulis dengan kata."
* insert Terbitan
* insert Inggris([["Engagement of the fetal head, code of playbook 1.0"]])
* insert Diamati($klinis, OC000002, exam)
* insert JugaBerkode($anc, ANC.SS.DE46)
* value[x] from KepalaJaninPlaybook10VS (extensible)
